package io.shopkeeper.recommendation.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shopkeeper.recommendation.boundary.experiment.ExperimentArm;
import io.shopkeeper.recommendation.boundary.experiment.ExperimentDesign;
import io.shopkeeper.recommendation.boundary.experiment.ExperimentFigures;
import io.shopkeeper.recommendation.boundary.experiment.ExperimentGuard;
import io.shopkeeper.recommendation.boundary.experiment.ExperimentState;
import io.shopkeeper.recommendation.boundary.experiment.ExperimentVerdict;
import io.shopkeeper.recommendation.boundary.experiment.ExperimentView;
import io.shopkeeper.recommendation.boundary.experiment.Metric;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FigureReaderTest {

  private static final ExperimentView EXPERIMENT =
      experiment(new ExperimentArm("control", 0, 1), new ExperimentArm("new", 1, 1));

  private static ExperimentView experiment(ExperimentArm... arms) {
    return new ExperimentView(
        "autumn",
        ExperimentState.RUNNING,
        new ExperimentDesign(
            "home",
            null,
            List.of(arms),
            null,
            null,
            Metric.CLICK,
            List.of(new ExperimentGuard(Metric.REVENUE, 0.2)),
            2000L,
            null),
        null,
        "",
        "anna",
        Instant.EPOCH,
        "anna",
        Instant.EPOCH,
        null,
        null,
        2);
  }

  /** So many visitors of whom so many clicked; every other one bought for so much. */
  private static ArmTally arm(int visitors, int clicked, double revenue) {
    var tally = new ArmTally();
    for (int i = 0; i < visitors; i++) {
      tally.add(2, new Acts(i < clicked ? 1 : 0, 0, i % 2, 0, i % 2 * revenue, 0));
    }
    return tally;
  }

  private static ExperimentFigures read(ArmTally control, ArmTally other, Locale locale) {
    return new FigureReader(EXPERIMENT, Map.of("control", control, "new", other))
        .read(Instant.EPOCH, locale);
  }

  @Test
  void theBetterArmWinsIfItsGuardIsSafe() {
    ExperimentFigures figures = read(arm(2000, 200, 10), arm(2000, 400, 10), Locale.ENGLISH);
    assertThat(figures.verdict()).isEqualTo(ExperimentVerdict.WINNER);
    assertThat(figures.best()).isEqualTo("new");
    assertThat(figures.text()).startsWith("The arm new wins: it is better in clicks");
    ExperimentFigures.ArmFigures arm = figures.arms().get(1);
    assertThat(arm.impressions()).isEqualTo(4000);
    assertThat(arm.metrics().getFirst().lift()).isCloseTo(1, within(1e-9));
    assertThat(arm.metrics().getFirst().liftLow()).isPositive();
    assertThat(arm.guards().getFirst().state()).isEqualTo("SAFE");
  }

  @Test
  void anArmThatHurtsTheGuardDoesNotWin() {
    ExperimentFigures figures = read(arm(2000, 200, 10), arm(2000, 400, 5), Locale.CHINESE);
    assertThat(figures.verdict()).isEqualTo(ExperimentVerdict.GUARD_BREACHED);
    assertThat(figures.text()).contains("“new”组");
  }

  @Test
  void armsOfOtherSizesThanSharedOutAreAMismatch() {
    ExperimentFigures figures = read(arm(2000, 200, 10), arm(1000, 400, 10), Locale.ENGLISH);
    assertThat(figures.ratio().mismatch()).isTrue();
    assertThat(figures.verdict()).isEqualTo(ExperimentVerdict.MISMATCH);
  }

  @Test
  void withoutVisitorsNothingIsSaid() {
    ExperimentFigures figures =
        new FigureReader(EXPERIMENT, Map.of()).read(Instant.EPOCH, Locale.ENGLISH);
    assertThat(figures.verdict()).isEqualTo(ExperimentVerdict.UNDECIDED);
    assertThat(figures.arms().getFirst().metrics())
        .allSatisfy(metric -> assertThat(metric.mean()).isNull());
  }

  @Test
  void whoIsKeptOutIsCountedBesideTheArms() {
    ExperimentFigures figures =
        new FigureReader(
                EXPERIMENT,
                Map.of(
                    "control",
                    arm(20, 2, 1),
                    "new",
                    arm(20, 2, 1),
                    ExperimentArm.HOLDOUT,
                    arm(7, 0, 1)))
            .read(Instant.EPOCH, Locale.ENGLISH);
    assertThat(figures.heldOut()).isEqualTo(7);
    assertThat(figures.arms()).hasSize(2);
  }

  /** All arms together may be wrong once in twenty times, so each has less to err with. */
  @Test
  void theMoreArmsThereAreTheWiderIsWhatMayBeTrueOfEach() {
    ArmTally control = arm(2000, 200, 10);
    ArmTally other = arm(2000, 220, 10);
    double alone = low(EXPERIMENT, Map.of("control", control, "new", other));
    double beside =
        low(
            experiment(
                new ExperimentArm("control", 0, 1),
                new ExperimentArm("new", 1, 1),
                new ExperimentArm("newer", 2, 1),
                new ExperimentArm("newest", 3, 1)),
            Map.of("control", control, "new", other, "newer", other, "newest", other));
    assertThat(beside).isLessThan(alone);
  }

  private static double low(ExperimentView experiment, Map<String, ArmTally> counts) {
    return new FigureReader(experiment, counts)
        .read(Instant.EPOCH, Locale.ENGLISH)
        .arms()
        .get(1)
        .metrics()
        .getFirst()
        .liftLow();
  }

  @Test
  void everyVerdictHasWordsInBothLanguages() {
    assertThat(ExperimentVerdict.values())
        .allSatisfy(
            verdict ->
                assertThat(
                        Stream.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)
                            .map(locale -> VerdictWords.of(verdict, "new", Metric.CART, locale))
                            .distinct())
                    .hasSize(2)
                    .noneMatch(text -> text.contains("{")));
  }
}
