package io.shopkeeper.cli.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CollectorTest {

  @Test
  void fewProcessorsGetTheParallelOne() {
    assertThat(Collector.option(1, Map.of())).isEqualTo(" -XX:+UseParallelGC");
    assertThat(Collector.option(2, Map.of("JAVA_OPTS", "-Dx=1"))).isEqualTo(" -XX:+UseParallelGC");
    assertThat(Collector.option(3, Map.of())).isEmpty();
  }

  @Test
  void anOperatorsChoiceStays() {
    assertThat(Collector.option(2, Map.of("JAVA_OPTS", "-Dx=1 -XX:+UseZGC -Dy=2"))).isEmpty();
    assertThat(Collector.option(1, Map.of("JAVA_TOOL_OPTIONS", "-XX:+UseG1GC"))).isEmpty();
  }
}
