package io.shopkeeper.ml.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.shopkeeper.ml.popularity.Popularity;
import io.shopkeeper.ml.ranking.InteractionLog;
import io.shopkeeper.ml.ranking.RankingData;
import io.shopkeeper.ml.rating.Mean;
import io.shopkeeper.ml.rating.Ratings;
import io.shopkeeper.ml.split.Fold;
import io.shopkeeper.ml.split.Folds;
import io.shopkeeper.ml.table.ClassTarget;
import io.shopkeeper.ml.table.LabelledTable;
import io.shopkeeper.ml.table.Table;
import io.shopkeeper.ml.table.Target;
import io.shopkeeper.ml.training.Listeners;
import io.shopkeeper.ml.training.TrainingCancelledException;
import io.shopkeeper.ml.training.TrainingListener;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CrossValidationTest {

  private static final NaiveBayes ALGORITHM = new NaiveBayes();
  private static final LabelledTable DATA = TwinColumns.of(400, 2, 3);
  private static final TableEvaluator EVALUATOR =
      new TableEvaluator(DATA, new TableMetric("log_loss", false, CrossValidationTest::logLoss));

  private static double logLoss(Target target, double[][] predictions) {
    int[] codes = ((ClassTarget) target).codes();
    double sum = 0;
    for (int row = 0; row < codes.length; row++) {
      sum -= Math.log(Math.max(1e-12, predictions[row][codes[row]]));
    }
    return sum / codes.length;
  }

  private static List<Fold> folds() {
    return Folds.stratified(((ClassTarget) DATA.target()).codes(), 5, 1);
  }

  @Test
  void isWhatTrainingByHandGives() {
    FoldScores scores =
        CrossValidation.run(
            ALGORITHM, ALGORITHM.standard(), EVALUATOR, folds(), 1, TrainingListener.SILENT);
    List<Double> byHand = new ArrayList<>();
    for (Fold fold : folds()) {
      LabelledTable held = DATA.select(fold.test());
      var model =
          ALGORITHM.train(
              DATA.select(fold.train()), ALGORITHM.standard(), 1, TrainingListener.SILENT);
      byHand.add(logLoss(held.target(), model.predict(held.features())));
    }
    assertThat(scores.values()).isEqualTo(byHand);
    double[][] outOfFold =
        OutOfFold.predict(
            ALGORITHM, ALGORITHM.standard(), DATA, folds(), 1, TrainingListener.SILENT);
    assertThat(logLoss(DATA.target(), outOfFold)).isCloseTo(scores.mean(), within(1e-9));
  }

  @Test
  void meanDeviationAndError() {
    var scores = new FoldScores(List.of(1.0, 2.0, 3.0, 6.0));
    assertThat(scores.mean()).isEqualTo(3);
    assertThat(scores.deviation()).isCloseTo(Math.sqrt(14 / 3.0), within(1e-12));
    assertThat(scores.standardError()).isCloseTo(Math.sqrt(14 / 3.0) / 2, within(1e-12));
    assertThat(new FoldScores(List.of(1.0)).deviation()).isNaN();
  }

  @Test
  void nestedChoosesWithoutTheHeldOutRows() {
    List<int[]> looked = new ArrayList<>();
    List<NaiveBayes.Options> offered =
        List.of(new NaiveBayes.Options(1e-3, 1), new NaiveBayes.Options(1e-3, 0.5));
    OptionsChooser<NaiveBayes.Options> best =
        (rows, seed, listener) -> {
          looked.add(rows);
          List<Fold> inner = Folds.random(rows.length, 3, seed);
          return offered.stream()
              .min(
                  Comparator.comparingDouble(
                      options ->
                          CrossValidation.run(
                                  ALGORITHM,
                                  options,
                                  EVALUATOR,
                                  inner.stream().map(fold -> fold.among(rows)).toList(),
                                  seed,
                                  listener)
                              .mean()))
              .orElseThrow();
        };
    var nested =
        NestedCrossValidation.run(ALGORITHM, EVALUATOR, folds(), best, 1, TrainingListener.SILENT);
    // The columns say everything twice: half as sharp is right.
    assertThat(nested.chosen()).hasSize(5).containsOnly(offered.get(1));
    for (int place = 0; place < 5; place++) {
      assertThat(looked.get(place)).containsExactly(folds().get(place).train());
    }
    assertThat(nested.scores().mean())
        .isEqualTo(
            CrossValidation.run(
                    ALGORITHM, offered.get(1), EVALUATOR, folds(), 1, TrainingListener.SILENT)
                .mean());
  }

  @Test
  void learningCurvesEndWhereCrossValidationIs() {
    double[] shares = LearningCurve.shares(0.05, 4);
    assertThat(shares[0]).isCloseTo(0.05, within(1e-12));
    assertThat(shares[3]).isEqualTo(1);
    var curve =
        LearningCurve.of(
            ALGORITHM,
            ALGORITHM.standard(),
            EVALUATOR,
            folds(),
            shares,
            1,
            TrainingListener.SILENT);
    assertThat(curve.points().stream().map(LearningCurve.Point::rows))
        .containsExactly(16, 43, 118, 320);
    var last = curve.points().getLast();
    assertThat(last.test())
        .isEqualTo(
            CrossValidation.run(
                ALGORITHM, ALGORITHM.standard(), EVALUATOR, folds(), 1, TrainingListener.SILENT));
    assertThat(curve.points().getFirst().test().mean()).isGreaterThan(last.test().mean());
    assertThat(last.train().mean()).isLessThan(last.test().mean());
  }

  @Test
  void learningCurvesBeginWithSomeOfEachClass() {
    int[] codes = new int[2_000];
    Arrays.fill(codes, 0, 25, 1);
    var rows =
        new LabelledTable(
            new Table(2_000, List.of()), new ClassTarget(List.of("no", "yes"), codes));
    var evaluator = new TableEvaluator(rows, TableMetrics.suiting(rows.target()).getFirst());
    int[] all = IntStream.range(0, 2_000).toArray();
    assertThat(evaluator.leastShare(all)).as("ten of 25").isEqualTo(0.4);
    assertThat(evaluator.leastShare(Arrays.copyOfRange(all, 20, 2_000))).isEqualTo(0.5);
    assertThat(evaluator.leastShare(Arrays.copyOfRange(all, 1_000, 2_000))).isEqualTo(0.06);
  }

  @Test
  void smallerPartsAreInLargerOnes() {
    Fold fold = folds().getFirst();
    int[] large = fold.part(0.5, 3);
    int[] small = fold.part(0.2, 3);
    assertThat(small).isSorted().hasSize(64);
    assertThat(large).contains(small);
    assertThat(fold.train()).contains(large);
    assertThat(fold.part(1, 3)).containsExactly(fold.train());
  }

  @Test
  void rankingsAndRatingsAreMeasuredToo() {
    int[] user = {0, 0, 0, 1, 1, 2, 2};
    int[] item = {0, 1, 2, 0, 1, 0, 3};
    float[] ones = new float[7];
    Arrays.fill(ones, 1);
    var log = new InteractionLog(4, 5, user, item, ones, new long[7]);
    var popularity = new Popularity();
    // Left for training: items 0 (of 0, 1, 2) and 1 (of 0). Held out: 2 of 0, 1 of 1, 3 of 2.
    var fold = new Fold(new int[] {0, 1, 3, 5}, new int[] {2, 4, 6});
    var ndcg = RankingEvaluator.ndcg(new RankingData(log));
    assertThat(
            CrossValidation.run(
                    popularity,
                    popularity.standard(),
                    ndcg,
                    List.of(fold),
                    1,
                    TrainingListener.SILENT)
                .mean())
        .isCloseTo(1 / 3.0, within(1e-9));
    var ratings = new Ratings(4, 5, user, item, new float[] {1, 2, 5, 3, 4, 2, 5});
    var mean = new Mean();
    assertThat(
            CrossValidation.run(
                    mean,
                    mean.standard(),
                    new RatingEvaluator(ratings),
                    List.of(fold),
                    1,
                    TrainingListener.SILENT)
                .mean())
        .isCloseTo(Math.sqrt((9 + 4 + 9) / 3.0), within(1e-6));
  }

  @Test
  void canBeStoppedAndTellsEachFold() {
    for (int asked = 0; asked < 6; asked++) {
      TrainingListener listener = Listeners.cancelledAfter(asked);
      assertThatThrownBy(
              () ->
                  CrossValidation.run(
                      ALGORITHM, ALGORITHM.standard(), EVALUATOR, folds(), 1, listener))
          .isInstanceOf(TrainingCancelledException.class);
    }
    List<String> heard = new ArrayList<>();
    CrossValidation.run(
        ALGORITHM,
        ALGORITHM.standard(),
        EVALUATOR,
        folds(),
        1,
        new TrainingListener() {
          @Override
          public void progress(double fraction, String phase) {
            heard.add(fraction + " " + phase);
          }

          @Override
          public void measured(String curve, int step, double value) {
            heard.add(curve + " " + step);
          }

          @Override
          public boolean cancelled() {
            return false;
          }
        });
    assertThat(heard).startsWith("0.1 fold 1 of 5: counting", "log_loss validation 1");
  }

  @Test
  void anythingIsBetterThanUnknown() {
    assertThat(EVALUATOR.isBetter(0.1, 0.2)).isTrue();
    assertThat(EVALUATOR.isBetter(0.2, 0.1)).isFalse();
    assertThat(EVALUATOR.isBetter(0.2, Double.NaN)).isTrue();
    assertThat(EVALUATOR.isBetter(Double.NaN, 0.2)).isFalse();
    assertThat(EVALUATOR.isBetter(Double.NaN, Double.NaN)).isFalse();
  }
}
