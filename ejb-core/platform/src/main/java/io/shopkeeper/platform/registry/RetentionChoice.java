package io.shopkeeper.platform.registry;

import io.shopkeeper.platform.boundary.ModelVersionView;
import io.shopkeeper.platform.boundary.RetentionRules;
import io.shopkeeper.platform.boundary.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which versions of a model may lose their files. Never one that is live, staged, tagged, among the
 * newest, young, live not long ago, or the one that a rollback would let serve.
 */
public final class RetentionChoice {

  private RetentionChoice() {}

  /**
   * Those that may.
   *
   * @param newestFirst all versions of one model
   * @param previous the version that a rollback would let serve
   */
  public static List<ModelVersionView> of(
      List<ModelVersionView> newestFirst,
      Optional<Integer> previous,
      RetentionRules rules,
      Instant now) {
    Instant young = now.minus(Duration.ofDays(rules.keepVersionsDays()));
    Instant lately = now.minus(Duration.ofDays(rules.keepLiveDays()));
    return newestFirst.stream()
        .skip(rules.keepVersions())
        .filter(version -> version.stage() != Stage.LIVE && version.stage() != Stage.STAGED)
        .filter(version -> version.filesRemovedAt() == null)
        .filter(version -> version.tags().isEmpty())
        .filter(version -> version.createdAt().isBefore(young))
        .filter(version -> lastServed(version).filter(at -> !at.isBefore(lately)).isEmpty())
        .filter(version -> previous.filter(one -> one == version.version()).isEmpty())
        .toList();
  }

  private static Optional<Instant> lastServed(ModelVersionView version) {
    return Optional.ofNullable(version.liveUntil())
        .or(() -> Optional.ofNullable(version.promotedAt()));
  }
}
