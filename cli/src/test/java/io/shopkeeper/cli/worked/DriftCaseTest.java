package io.shopkeeper.cli.worked;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DriftCaseTest {

  private static final List<DriftReport> RUNS =
      LongStream.of(42, 1, 2, 3)
          .mapToObj(seed -> (DriftReport) new DriftCase(600, 300).run(seed))
          .toList();

  @Test
  void whoAdaptsIsBackInTimeAndWhoIsFrozenIsNot() {
    assertThat(RUNS)
        .allSatisfy(
            run -> {
              assertThat(run.before()).as("good before the change").isGreaterThan(0.4);
              assertThat(run.recovered()).isTrue();
              assertThat(run.frozenRecovered()).isFalse();
              assertThat(run.frozenAfter()).isLessThan(0.1);
            });
  }

  @Test
  void onlyDriftStartsATraining() {
    assertThat(RUNS)
        .allSatisfy(
            run ->
                assertThat(run.days())
                    .filteredOn(day -> day.day() < DriftCase.CHANGE)
                    .allMatch(day -> day.candidate() == null && day.shift() < 0.1));
  }

  @Test
  void noPlantedCandidateGoesLive() {
    assertThat(RUNS)
        .allSatisfy(
            run -> {
              assertThat(run.planted()).isEqualTo(6);
              assertThat(run.plantedPromoted()).isZero();
            });
  }

  @Test
  void everyDayIsALine() throws IOException {
    var text = new StringWriter();
    RUNS.getFirst().json(new PrintWriter(text));
    List<String> lines = text.toString().lines().toList();
    assertThat(lines).hasSize(17);
    JsonNode sum = new ObjectMapper().readTree(lines.getLast());
    assertThat(sum.path("part").asText()).isEqualTo("recovery");
    assertThat(sum.path("adaptiveBack").asInt()).isBetween(DriftCase.CHANGE + 1, 17);
    assertThat(sum.path("metrics").path("share_after_frozen").asDouble()).isLessThan(0.1);
    var words = new StringWriter();
    RUNS.getFirst().text(new PrintWriter(words));
    assertThat(words.toString())
        .contains("tastes change on the morning of day 10")
        .contains("trained again: goes live")
        .contains("planted worse candidates that went live: 0 of 6   reached");
  }
}
