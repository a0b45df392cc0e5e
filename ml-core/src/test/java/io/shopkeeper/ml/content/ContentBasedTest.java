package io.shopkeeper.ml.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shopkeeper.ml.ranking.History;
import io.shopkeeper.ml.ranking.InteractionLog;
import io.shopkeeper.ml.ranking.RankingAlgorithm;
import io.shopkeeper.ml.ranking.RankingAlgorithmContract;
import io.shopkeeper.ml.ranking.RankingData;
import io.shopkeeper.ml.ranking.RankingModel;
import io.shopkeeper.ml.table.CategoryColumn;
import io.shopkeeper.ml.table.Column;
import io.shopkeeper.ml.table.NumberColumn;
import io.shopkeeper.ml.table.Table;
import io.shopkeeper.ml.table.TextColumn;
import io.shopkeeper.ml.training.TrainingListener;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContentBasedTest extends RankingAlgorithmContract<ContentBased.Options> {

  private static final float NONE = Float.NEGATIVE_INFINITY;

  @Override
  protected RankingAlgorithm<ContentBased.Options> algorithm() {
    return new ContentBased();
  }

  private static float[] scores(History history, Column... columns) {
    int items = columns[0].rows();
    var log = new InteractionLog(1, items, new int[0], new int[0], new float[0], new long[0]);
    RankingModel model =
        new ContentBased()
            .train(
                new RankingData(log, new Table(List.of(columns))),
                new ContentBased.Options(1, 1, 1, 1, 4, 1),
                1,
                TrainingListener.SILENT);
    float[] scores = new float[items];
    model.score(history, scores);
    return scores;
  }

  @Test
  void wordsAreWeighedByHowRareTheyAre() {
    float[] scores =
        scores(
            History.of(0),
            new TextColumn("title", List.of("Red lamp", "RED shoe", "a lamp!", "red hat", "")));
    double red = Math.log(1 + 5.0 / 3);
    double lamp = Math.log(1 + 5.0 / 2);
    double one = Math.log(1 + 5.0);
    double own = Math.hypot(red, lamp);
    assertThat(scores[0]).isCloseTo(1, within(1e-6f));
    assertThat(scores[1])
        .isCloseTo((float) (red * red / own / Math.hypot(red, one)), within(1e-6f));
    assertThat(scores[2])
        .isCloseTo((float) (lamp * lamp / own / Math.hypot(lamp, one)), within(1e-6f));
    assertThat(scores[4]).isEqualTo(NONE);
  }

  @Test
  void chineseWordsAreFoundWithoutBlanks() {
    float[] scores =
        scores(History.of(0), new TextColumn("title", List.of("红色台灯", "台灯大号", "运动鞋", "红")));
    assertThat(scores[1]).isGreaterThan(0);
    assertThat(scores[2]).isEqualTo(NONE);
    assertThat(Words.ofText("USB-C 数据线 灯")).containsExactly("usb", "c", "数据", "据线", "灯");
  }

  @Test
  void categoriesAreTagsAndPaths() {
    float[] scores =
        scores(
            History.of(0),
            CategoryColumn.of(
                "kind", Arrays.asList("Films/Comedy", "Films/Comedy", "Films/War", "Books", null)));
    assertThat(scores[1]).isCloseTo(1, within(1e-6f));
    assertThat(scores[2]).isBetween(0.01f, 0.9f);
    assertThat(scores[3]).isEqualTo(NONE);
    assertThat(scores[4]).isEqualTo(NONE);
    assertThat(Words.ofCategory("Drama|War")).containsExactly("/Drama", "/War");
  }

  @Test
  void pricesAreAlikeInOneBandAndHalfInTheNext() {
    float[] scores =
        scores(
            History.of(0),
            new NumberColumn("price", new float[] {1, 2, 10, 11, 20, 21, 40, 41, Float.NaN}));
    // Bands (1 ½ 0 0)/√1.25 and (½ 1 ½ 0)/√1.5.
    assertThat(scores[1]).isCloseTo(1, within(1e-6f));
    assertThat(scores[2]).isCloseTo((float) (1 / Math.sqrt(1.25 * 1.5)), within(1e-6f));
    assertThat(scores[6]).isEqualTo(NONE);
    assertThat(scores[8]).isEqualTo(NONE);
  }

  @Test
  void columnsOfAVectorAreOneCosine() {
    float[] scores =
        scores(
            History.of(0),
            new NumberColumn("image_1", new float[] {3, 5, 1}),
            new NumberColumn("image_2", new float[] {5, 3, 1}),
            new NumberColumn("image_3", new float[] {2, 2, 2}),
            new NumberColumn("image_4", new float[] {0, 0.5f, 1}));
    // Less the means (3, 3, 2, ½).
    double own = Math.sqrt(4 + 0.25);
    assertThat(scores[1]).isEqualTo(NONE);
    assertThat(scores[2]).isCloseTo((float) ((-4 - 0.25) / own / Math.sqrt(8.25)), within(1e-6f));
  }

  @Test
  void flagsAreTags() {
    float[] scores =
        scores(
            History.of(0),
            new NumberColumn("comedy", new float[] {1, 1, 0, 1}),
            new NumberColumn("war", new float[] {0, 0, 1, 1}));
    assertThat(scores[1]).isCloseTo(1, within(1e-6f));
    assertThat(scores[2]).isEqualTo(NONE);
    assertThat(scores[3]).isBetween(0.01f, 0.99f);
  }
}
