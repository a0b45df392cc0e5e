package io.shopkeeper.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class JobLimitsTest {

  private static final long MB = 1L << 20;

  @Test
  void theMachineDecidesWhereNobodyDid() {
    JobLimits limits = JobLimits.of(Map.of(), 8, 1000 * MB);
    assertThat(limits.threads()).isEqualTo(7);
    assertThat(limits.memoryBytes()).isEqualTo(600 * MB);
    assertThat(JobLimits.of(Map.of(), 1, 100).threads()).isEqualTo(1);
  }

  @Test
  void theEnvironmentDecidesWhereItSpeaks() {
    JobLimits limits =
        JobLimits.of(
            Map.of("SHOPKEEPER_JOB_THREADS", "3", "SHOPKEEPER_JOB_MEMORY_MB", " 250 "),
            8,
            1000 * MB);
    assertThat(limits).isEqualTo(new JobLimits(3, 250 * MB));
    assertThat(JobLimits.of(Map.of("SHOPKEEPER_JOB_THREADS", "many"), 8, 10).threads())
        .isEqualTo(7);
  }

  @Test
  void whatNeverFitsIsRefusedWithBothFigures() {
    JobLimits limits = new JobLimits(1, 100 * MB);
    assertThat(limits.refusal(100 * MB)).isEmpty();
    assertThat(limits.refusal(101 * MB).orElseThrow()).contains("101 MB").contains("100 MB");
  }

  @Test
  void whatDoesNotFitBesideOthersWaits() {
    JobLimits limits = new JobLimits(4, 100 * MB);
    assertThat(limits.fits(60 * MB, 0)).isTrue();
    assertThat(limits.fits(60 * MB, 41 * MB)).isFalse();
    assertThat(limits.fits(60 * MB, 40 * MB)).isTrue();
    assertThat(limits.threadsBeside(3)).isEqualTo(1);
    assertThat(limits.threadsBeside(9)).isEqualTo(1);
  }
}
