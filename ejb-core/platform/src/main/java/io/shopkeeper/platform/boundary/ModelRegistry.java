package io.shopkeeper.platform.boundary;

import io.shopkeeper.platform.entity.ModelVersion;
import io.shopkeeper.platform.entity.StageRecord;
import io.shopkeeper.platform.registry.Checksum;
import io.shopkeeper.platform.registry.LiveLine;
import io.shopkeeper.platform.registry.ModelHolders;
import io.shopkeeper.platform.registry.ModelModules;
import io.shopkeeper.platform.registry.ModelStore;
import io.shopkeeper.platform.registry.VersionKeeper;
import jakarta.ejb.Stateless;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
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
@ManagedExecutorDefinition(name = PromotedModel.EXECUTOR, maxAsync = 4)
@Stateless
public class ModelRegistry {

  private static final int LONGEST_REASON = 900;
  private static final String OVER_GATE = "Over the quality gate: ";

  @Inject private ModelStore store;
  @Inject private VersionKeeper keeper;
  @Inject private ModelModules modules;
  @Inject private ModelHolders holders;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;
  @Inject private Event<ModelPromoted> promoted;
  @Inject private Event<ModelRegistered> registered;

  /** Lets a module say what its model is for and how its artefacts are read. */
  public void describe(ModelDescription description) {
    modules.describe(description);
  }

  /** Keeps a candidate as the next version of its model. */
  public ModelVersionView register(ModelCandidate candidate, String by) {
    return keep(candidate, Optional.empty(), by);
  }

  /**
   * Keeps a candidate as the next version of its model.
   *
   * @param report what the quality gate found of it; empty where nobody asked it
   */
  public ModelVersionView register(
      ModelCandidate candidate, Optional<GateReport> report, String by) {
    return keep(candidate, report, by);
  }

  private ModelVersionView keep(ModelCandidate candidate, Optional<GateReport> report, String by) {
    ModelVersion version = keeper.keep(candidate, by);
    report.ifPresent(version::judged);
    ModelVersionView kept = version.view();
    registered.fire(new ModelRegistered(kept.name(), kept.version(), by));
    return kept;
  }

  /**
   * Lets a version serve; the one that did retires. {@link ModelPromoted} follows the commit.
   *
   * @param reason why; at most 900 characters
   * @throws NotFoundException if there is no such version
   * @throws ConflictException if it serves already, its files are gone, they cannot be read, or the
   *     quality gate refuses it
   */
  public ModelVersionView promote(String name, int version, String by, String reason) {
    return promote(name, version, by, reason, false);
  }

  /**
   * The same, even over the quality gate where somebody insists; the record of the act says so.
   *
   * @param overGate whether whoever asks knows that the gate refuses it, and wants it all the same
   */
  public ModelVersionView promote(
      String name, int version, String by, String reason, boolean overGate) {
    Optional<GateReport> refusal =
        find(name, version).map(ModelVersionView::gate).filter(GateReport::refused);
    if (refusal.isPresent() && !overGate) {
      throw new ConflictException(
          "The quality gate refuses version %d of %s: %s. To let it serve all the same, confirm that (overGate)."
              .formatted(version, name, refusal.get().sentence()));
    }
    return serve(
        name,
        version,
        by,
        refusal.map(report -> cut(OVER_GATE + report.sentence() + ". " + reason)).orElse(reason),
        StageAct.PROMOTE);
  }

  /**
   * Lets the version serve that did before the live one.
   *
   * @throws ConflictException if none did
   */
  public ModelVersionView rollback(String name, String by, String reason) {
    store.lock(name);
    int previous =
        previous(name)
            .orElseThrow(
                () -> new ConflictException("No earlier version of " + name + " was ever live."));
    return serve(name, previous, by, reason, StageAct.ROLLBACK);
  }

  /** The version that a rollback would let serve. */
  public Optional<Integer> previous(String name) {
    return LiveLine.before(
        history(name),
        version -> store.find(name, version).filter(ModelVersion::whole).isPresent());
  }

  /**
   * Chooses a version to go live next; the one that was chosen before is a candidate again.
   *
   * @throws NotFoundException if there is no such version
   * @throws ConflictException if it serves, is chosen already, or its files are gone
   */
  public ModelVersionView stage(String name, int version, String by, String reason) {
    store.lock(name);
    ModelVersion next = require(name, version);
    if (next.stage() == Stage.LIVE || next.stage() == Stage.STAGED) {
      throw new ConflictException(
          "Version %d of %s is %s already."
              .formatted(version, name, next.stage() == Stage.LIVE ? "live" : "staged"));
    }
    requireWhole(name, next);
    store
        .inStage(name, Stage.STAGED)
        .forEach(
            chosen -> move(name, chosen, Stage.CANDIDATE, by, "v" + version, StageAct.UNSTAGE));
    move(name, next, Stage.STAGED, by, reason, StageAct.STAGE);
    audit.record(by, "model.stage", subject(name, version), cut(reason));
    return next.view();
  }

  /**
   * Does not choose a version any longer.
   *
   * @throws NotFoundException if there is no such version
   * @throws ConflictException if it is not staged
   */
  public ModelVersionView unstage(String name, int version, String by, String reason) {
    store.lock(name);
    ModelVersion chosen = require(name, version);
    if (chosen.stage() != Stage.STAGED) {
      throw new ConflictException("Version %d of %s is not staged.".formatted(version, name));
    }
    move(name, chosen, Stage.CANDIDATE, by, reason, StageAct.UNSTAGE);
    audit.record(by, "model.unstage", subject(name, version), cut(reason));
    return chosen.view();
  }

  /**
   * Gives a version other tags. A version with a tag keeps its files.
   *
   * @throws NotFoundException if there is no such version
   * @throws InvalidInputException if there are more than ten, or one is no word
   */
  public ModelVersionView tag(String name, int version, List<String> tags, String by) {
    ModelVersion tagged = require(name, version);
    List<String> words = VersionWords.tags(tags);
    audit.record(
        by,
        "model.tag",
        subject(name, version),
        String.join(", ", tagged.view().tags()) + " → " + String.join(", ", words));
    tagged.tag(words);
    return tagged.view();
  }

  /**
   * Writes down what is to be known of a version, instead of what was written before.
   *
   * @throws NotFoundException if there is no such version
   * @throws InvalidInputException if it is longer than 8,000 characters
   */
  public ModelVersionView note(String name, int version, String text, String by) {
    ModelVersion noted = require(name, version);
    String notes = VersionWords.notes(text);
    audit.record(by, "model.note", subject(name, version), noted.view().notes() + " → " + notes);
    noted.note(notes);
    return noted.view();
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
   * Two versions side by side.
   *
   * @throws NotFoundException if one is missing
   */
  public ModelComparison compare(String name, int a, int b) {
    return ModelComparison.of(require(name, a).view(), require(name, b).view());
  }

  /**
   * The model itself.
   *
   * @throws NotFoundException if there is no such version
   * @throws ConflictException if the stored bytes are not those that were registered
   */
  public byte[] artefact(String name, int version) {
    return file(name, version, ModelFile.MODEL);
  }

  /**
   * A file of a version.
   *
   * @throws NotFoundException if there is no such version or file
   * @throws ConflictException if the stored bytes are not those that were registered, or are gone
   */
  public byte[] file(String name, int version, String file) {
    ModelVersion found = require(name, version);
    ModelFile wanted =
        found.files().stream()
            .filter(one -> one.name().equals(file))
            .findFirst()
            .orElseThrow(() -> new NotFoundException("file of " + subject(name, version), file));
    requireWhole(name, found);
    byte[] bytes = store.file(found, file);
    if (!Checksum.of(bytes).equals(wanted.sha256())) {
      throw new ConflictException(
          "%s of %s v%d is damaged: its checksum differs from the registered one."
              .formatted(
                  file.equals(ModelFile.MODEL) ? "The artefact" : "The file " + file,
                  name,
                  version));
    }
    return bytes;
  }

  /** All versions, newest first. */
  public List<ModelVersionView> versions(String name) {
    return store.versions(name).stream().map(ModelVersion::view).toList();
  }

  /** The versions that a job made. */
  public List<ModelVersionView> ofJob(long jobId) {
    return store.ofJob(jobId).stream().map(ModelVersion::view).toList();
  }

  /** Versions that were made from what an import brought, newest first. */
  public List<ModelVersionView> ofImport(long importId, int n) {
    return store.ofImport(importId, n).stream().map(ModelVersion::view).toList();
  }

  /** All models. */
  public List<String> names() {
    return store.names();
  }

  /** What happened to a model's versions, newest first. */
  public List<StageChange> history(String name) {
    return store.history(name).stream().map(StageRecord::view).toList();
  }

  private ModelVersionView serve(String name, int version, String by, String reason, StageAct act) {
    store.lock(name);
    ModelVersion next = require(name, version);
    if (next.stage() == Stage.LIVE) {
      throw new ConflictException("Version %d of %s is live already.".formatted(version, name));
    }
    byte[] artefact = artefact(name, version);
    Optional<String> unreadable =
        holders.prepare(name, version, artefact)
            ? Optional.empty()
            : modules.unreadable(name, artefact);
    unreadable.ifPresent(
        why -> {
          throw new ConflictException(
              "Version %d of %s cannot be read by this build: %s. The live version goes on serving."
                  .formatted(version, name, why));
        });
    store.live(name).ifPresent(live -> move(name, live, Stage.RETIRED, by, reason, act));
    move(name, next, Stage.LIVE, by, reason, act);
    audit.record(
        by,
        act == StageAct.ROLLBACK ? "model.rollback" : "model.promote",
        subject(name, version),
        cut(reason));
    promoted.fire(new ModelPromoted(name, version));
    return next.view();
  }

  private static void requireWhole(String name, ModelVersion version) {
    if (!version.whole()) {
      throw new ConflictException(
          "The files of %s were thrown away to save space; train or upload it again."
              .formatted(subject(name, version.version())));
    }
  }

  private ModelVersion require(String name, int version) {
    return store
        .find(name, version)
        .orElseThrow(() -> new NotFoundException("model version", subject(name, version)));
  }

  private void move(
      String name, ModelVersion version, Stage to, String by, String reason, StageAct act) {
    Instant now = clock.instant();
    Stage from = version.stage();
    version.moveTo(to, now);
    store.add(
        new StageRecord(
            new StageChange(name, version.version(), from, to, now, by, cut(reason), act)));
  }

  private static String subject(String name, int version) {
    return name + " v" + version;
  }

  private static String cut(String reason) {
    String text = reason == null ? "" : reason.strip();
    return text.length() <= LONGEST_REASON ? text : text.substring(0, LONGEST_REASON);
  }
}
