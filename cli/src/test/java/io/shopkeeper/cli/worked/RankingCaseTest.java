package io.shopkeeper.cli.worked;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RankingCaseTest {

  private static final List<RankingReport> RUNS =
      LongStream.of(42, 1, 2)
          .mapToObj(seed -> (RankingReport) new RankingCase(500, 2000, 800).run(seed))
          .toList();

  @Test
  void rankingByPurchaseSellsMoreThanTheBlend() {
    assertThat(RUNS)
        .allSatisfy(
            run -> {
              assertThat(run.better()).isTrue();
              assertThat(run.lines().getFirst().figure().candidate())
                  .as("at least half of the way to the truth")
                  .isGreaterThan((run.blend() + run.truth()) / 2)
                  .isLessThan(run.truth());
            });
  }

  @Test
  void itsProbabilitiesComeTrue() {
    assertThat(RUNS).allSatisfy(run -> assertThat(run.lines().getFirst().error()).isLessThan(0.02));
  }

  @Test
  void everyRankingIsALine() {
    var json = new StringWriter();
    RUNS.getFirst().json(new PrintWriter(json));
    assertThat(json.toString().lines()).hasSize(3).allMatch(line -> line.contains("\"pr_auc\""));
    var text = new StringWriter();
    RUNS.getFirst().text(new PrintWriter(text));
    assertThat(text.toString()).contains("reached").doesNotContain("MISSED");
  }
}
