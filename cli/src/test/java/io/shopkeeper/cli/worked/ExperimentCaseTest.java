package io.shopkeeper.cli.worked;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExperimentCaseTest {

  private static final Printed SMALL = new ExperimentCase(10, 0.3, 0.3, 400).run(7);

  @Test
  void everyPartStandsBesideItsBar() throws IOException {
    var text = new StringWriter();
    SMALL.json(new PrintWriter(text));
    List<JsonNode> parts = new ArrayList<>();
    for (String line : text.toString().lines().toList()) {
      parts.add(new ObjectMapper().readTree(line));
    }
    assertThat(parts.stream().map(part -> part.path("part").asText()))
        .containsExactly("no-difference", "planted-lift", "off-policy", "off-policy", "off-policy");
    assertThat(parts.getFirst().path("metrics").path("quiet_runs").asInt()).isBetween(9, 10);
    JsonNode planted = parts.get(1);
    assertThat(planted.path("metrics").path("found_runs").asInt()).isBetween(6, 10);
    assertThat(planted.path("metrics").path("worse_runs").asInt()).isZero();
    assertThat(planted.path("bar").asInt()).isEqualTo(8);
    for (JsonNode log : parts.subList(2, 5)) {
      assertThat(log.path("metrics").path("covering_runs").asInt()).isBetween(9, 10);
      assertThat(log.path("metrics").path("half_width").asDouble()).isBetween(0.01, 1.0);
    }
  }

  @Test
  void peopleReadWhatWasReached() {
    var text = new StringWriter();
    SMALL.text(new PrintWriter(text));
    assertThat(text.toString())
        .contains("experiment: 10 runs each, 28 days")
        .contains("no difference: runs without a false alarm")
        .contains("from the log, snips: intervals that hold the truth");
  }
}
