package io.shopkeeper.platform.boundary;

import io.shopkeeper.platform.entity.ModelVersion;
import io.shopkeeper.platform.entity.StageRecord;
import io.shopkeeper.platform.registry.Checksum;
import io.shopkeeper.platform.registry.ModelStore;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The models and their versions. A version never changes; promoting moves the one that serves, and
 * rolling back is promoting the one that served before.
 */
@Stateless
public class ModelRegistry {

  @Inject private ModelStore store;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;
  @Inject private Event<ModelPromoted> promoted;
  @Inject private Event<ModelRegistered> registered;

  /** Keeps a candidate as the next version of its model. */
  public ModelVersionView register(ModelCandidate candidate, String by) {
    var version =
        new ModelVersion(
            candidate,
            store.nextVersion(candidate.name()),
            Checksum.of(candidate.artefact()),
            by,
            clock.instant());
    store.add(version, candidate.artefact());
    ModelVersionView kept = version.view();
    registered.fire(new ModelRegistered(kept.name(), kept.version(), by));
    return kept;
  }

  /**
   * Lets a version serve; the one that did retires. {@link ModelPromoted} follows the commit.
   *
   * @throws NotFoundException if there is no such version
   * @throws ConflictException if it serves already
   */
  public ModelVersionView promote(String name, int version, String by, String reason) {
    ModelVersion next = require(name, version);
    if (next.stage() == Stage.LIVE) {
      throw new ConflictException("Version %d of %s is live already.".formatted(version, name));
    }
    Instant now = clock.instant();
    store.live(name).ifPresent(live -> move(name, live, Stage.RETIRED, by, reason, now));
    move(name, next, Stage.LIVE, by, reason, now);
    audit.record(by, "model.promote", name + " v" + version, reason);
    promoted.fire(new ModelPromoted(name, version));
    return next.view();
  }

  /**
   * Lets the version serve that did before the live one.
   *
   * @throws ConflictException if none did
   */
  public ModelVersionView rollback(String name, String by, String reason) {
    int previous =
        store.versions(name).stream()
            .filter(version -> version.stage() == Stage.RETIRED)
            .map(ModelVersion::view)
            .max(java.util.Comparator.comparing(ModelVersionView::promotedAt))
            .map(ModelVersionView::version)
            .orElseThrow(
                () -> new ConflictException("No earlier version of " + name + " was ever live."));
    return promote(name, previous, by, "Rollback: " + reason);
  }

  /** The version that serves. */
  public Optional<ModelVersionView> live(String name) {
    return store.live(name).map(ModelVersion::view);
  }

  /** One version. */
  public Optional<ModelVersionView> find(String name, int version) {
    return store.find(name, version).map(ModelVersion::view);
  }

  /**
   * The model itself.
   *
   * @throws NotFoundException if there is no such version
   * @throws ConflictException if the stored bytes are not those that were registered
   */
  public byte[] artefact(String name, int version) {
    ModelVersion found = require(name, version);
    byte[] bytes = store.artefact(found);
    if (!Checksum.of(bytes).equals(found.sha256())) {
      throw new ConflictException(
          "The artefact of %s v%d is damaged: its checksum differs from the registered one."
              .formatted(name, version));
    }
    return bytes;
  }

  /** All versions, newest first. */
  public List<ModelVersionView> versions(String name) {
    return store.versions(name).stream().map(ModelVersion::view).toList();
  }

  /** All models. */
  public List<String> names() {
    return store.names();
  }

  /** What happened to a model's versions, newest first. */
  public List<StageChange> history(String name) {
    return store.history(name).stream().map(StageRecord::view).toList();
  }

  private ModelVersion require(String name, int version) {
    return store
        .find(name, version)
        .orElseThrow(() -> new NotFoundException("model version", name + " v" + version));
  }

  private void move(
      String name, ModelVersion version, Stage to, String by, String reason, Instant now) {
    Stage from = version.stage();
    version.moveTo(to, now);
    store.add(
        new StageRecord(
            new StageChange(
                name, version.version(), from, to, now, by, reason == null ? "" : reason)));
  }
}
