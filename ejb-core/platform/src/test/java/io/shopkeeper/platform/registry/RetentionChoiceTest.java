package io.shopkeeper.platform.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.platform.boundary.ModelVersionView;
import io.shopkeeper.platform.boundary.RetentionRules;
import io.shopkeeper.platform.boundary.Stage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetentionChoiceTest {

  private static final Instant NOW = Instant.parse("2026-11-25T00:00:00Z");
  private static final String OLD = "2025-01-01T00:00:00Z";
  private static final RetentionRules RULES = new RetentionRules(30, 10, 1, 30, 180);

  @Test
  void onlyWhatNobodyWillGoBackToIsRemoved() {
    List<ModelVersionView> newestFirst =
        List.of(
            Versions.lived(9, Stage.CANDIDATE, OLD, null, List.of()),
            Versions.lived(8, Stage.CANDIDATE, "2026-11-01T00:00:00Z", null, List.of()),
            Versions.lived(7, Stage.LIVE, OLD, null, List.of()),
            Versions.lived(6, Stage.STAGED, OLD, null, List.of()),
            Versions.lived(5, Stage.RETIRED, OLD, "2026-10-01T00:00:00Z", List.of()),
            Versions.lived(4, Stage.RETIRED, OLD, "2025-10-01T00:00:00Z", List.of()),
            Versions.lived(3, Stage.RETIRED, OLD, "2025-10-01T00:00:00Z", List.of()),
            Versions.lived(2, Stage.CANDIDATE, OLD, null, List.of("christmas")),
            Versions.lived(1, Stage.CANDIDATE, OLD, null, List.of()));
    assertThat(RetentionChoice.of(newestFirst, Optional.of(4), RULES, NOW))
        .extracting(ModelVersionView::version)
        .as("not the newest, young, live, staged, lately live, needed for a rollback, or tagged")
        .containsExactly(3, 1);
  }
}
