package io.shopkeeper.platform.registry;

import io.shopkeeper.platform.boundary.DataSnapshot;
import io.shopkeeper.platform.boundary.ModelFile;
import io.shopkeeper.platform.boundary.ModelVersionView;
import io.shopkeeper.platform.boundary.Stage;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Versions for tests: a few things said, the rest usual. */
public final class Versions {

  private Versions() {}

  /** A version that was measured. */
  public static ModelVersionView measured(int version, double ndcg, Double error) {
    return of(version, Stage.CANDIDATE, "2026-01-01T00:00:00Z", null, List.of(), ndcg, error);
  }

  /** A version with its life so far. */
  static ModelVersionView lived(
      int version, Stage stage, String createdAt, String liveUntil, List<String> tags) {
    return of(version, stage, createdAt, liveUntil, tags, 0.5, null);
  }

  private static ModelVersionView of(
      int version,
      Stage stage,
      String createdAt,
      String liveUntil,
      List<String> tags,
      double ndcg,
      Double error) {
    return new ModelVersionView(
        "recommendation",
        version,
        "popularity",
        stage,
        1,
        3,
        Checksum.of(new byte[] {1, 2, 3}),
        Map.of("halfLifeDays", Integer.toString(version)),
        7,
        Map.of("time:0.2", Map.of("ndcg_at_10", ndcg, "users", 9.0, "rmse", 1 - ndcg)),
        Map.of("java", "25"),
        Map.of("recall@k", List.of(0.1, 0.2)),
        Instant.parse(createdAt),
        "mei | *admin*",
        null,
        error == null ? Map.of() : Map.of("time:0.2", Map.of("ndcg_at_10", error, "rmse", error)),
        new DataSnapshot(
            Instant.parse("2025-01-01T00:00:00Z"),
            Instant.parse("2025-06-01T00:00:00Z"),
            Map.of("events", 12L),
            "abc",
            List.of(4L)),
        List.of(
            new ModelFile(ModelFile.MODEL, 3, Checksum.of(new byte[] {1, 2, 3})),
            new ModelFile("evaluation.csv", 2, Checksum.of(new byte[] {9, 9}))),
        tags,
        "",
        5L,
        "",
        liveUntil == null ? null : Instant.parse(liveUntil),
        null,
        null);
  }
}
