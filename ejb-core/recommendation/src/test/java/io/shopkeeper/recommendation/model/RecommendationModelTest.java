package io.shopkeeper.recommendation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.shopkeeper.ml.neighbour.ScoredItems;
import io.shopkeeper.ml.ranking.History;
import io.shopkeeper.ml.ranking.InteractionLog;
import io.shopkeeper.ml.ranking.RankingData;
import io.shopkeeper.ml.ranking.RankingModel;
import io.shopkeeper.ml.session.SessionNeighbours;
import io.shopkeeper.ml.training.TrainingListener;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RecommendationModelTest {

  /** Version 0.1 ranked so: neighbours by cosine of twelve people and six products. */
  @Test
  void aModelOfTheFirstFormatRanksAsItDid() throws IOException {
    RecommendationModel model = RecommendationModel.read(stored("format-1.bin"));
    RankingModel ranking = model.ranking().orElseThrow();
    var history =
        new History(History.STRANGER, new int[] {0, 3}, new float[] {1.5f, 0.5f}, new long[2]);
    ScoredItems best = ranking.recommend(history, 4, item -> item != 0 && item != 3);
    assertThat(best.items()).containsExactly(2, 4, 5, 1);
    assertThat(best.scores())
        .containsExactly(
            new float[] {1.0045552f, 0.71500695f, 0.63189745f, 0.034434292f}, within(1e-6f));
    assertThat(ranking.sources(history, best.items())).containsExactly(0, 0, 0, 3);
    assertThat(ranking.recommend(History.of(2), 4, item -> item != 2).items())
        .containsExactly(0, 4, 3, 5);
    assertThat(model.popularity().top(3, item -> true).items()).containsExactly(5, 4, 3);
    assertThat(model.productId(3)).isEqualTo("茶-3");
    assertThat(model.indexOf("P-5")).isEqualTo(5);
    assertThat(model.indexOf("P-6")).isEqualTo(-1);
  }

  @Test
  void aModelOfPopularityOfTheFirstFormatHasNoPersonalPart() throws IOException {
    RecommendationModel model = RecommendationModel.read(stored("format-1-popularity.bin"));
    assertThat(model.ranking()).isEmpty();
    assertThat(model.popularity().top(1, item -> true).items()).containsExactly(5);
  }

  @Test
  void whatIsReadIsWrittenInTheNewFormatAndRanksAlike() throws IOException {
    RecommendationModel old = RecommendationModel.read(stored("format-1.bin"));
    byte[] written = old.write();
    assertThat(written[7]).isEqualTo((byte) RecommendationModel.FORMAT);
    RecommendationModel again = RecommendationModel.read(written);
    assertThat(again.write()).isEqualTo(written);
    float[] before = new float[6];
    float[] after = new float[6];
    old.ranking().orElseThrow().score(History.of(1, 4), before);
    again.ranking().orElseThrow().score(History.of(1, 4), after);
    assertThat(after).isEqualTo(before);
  }

  /** Version 0.2 stored so: the model of the first format, written by it again. */
  @Test
  void aModelOfTheSecondFormatHasNoSessionsAndRanksAlike() throws IOException {
    RecommendationModel model = RecommendationModel.read(stored("format-2.bin"));
    assertThat(model.sessions()).isEmpty();
    assertThat(model.ranking().orElseThrow().recommend(History.of(2), 4, item -> item != 2).items())
        .containsExactly(0, 4, 3, 5);
  }

  /** That model with the sessions 0 1 2, twice, and 3 4 5. */
  @Test
  void aModelOfTheThirdFormatKnowsItsSessions() throws IOException {
    RankingModel sessions =
        RecommendationModel.read(stored("format-3.bin")).sessions().orElseThrow();
    ScoredItems next = sessions.recommend(History.of(0, 1), 6, item -> item > 1);
    assertThat(next.items()).containsExactly(2);
    assertThat(sessions.sources(History.of(0, 1), next.items())).containsExactly(1);
    assertThat(sessions.recommend(History.of(3), 6, item -> item != 3).items())
        .containsExactly(4, 5);
  }

  @Test
  void sessionsAreStoredAndReadAgain() throws IOException {
    RankingModel neighbours =
        new SessionNeighbours()
            .train(
                new RankingData(
                    new InteractionLog(
                        3,
                        6,
                        new int[] {0, 0, 0, 1, 1, 1, 2, 2, 2},
                        new int[] {0, 1, 2, 0, 1, 2, 3, 4, 5},
                        new float[] {1, 1, 1, 1, 1, 1, 1, 1, 1},
                        new long[] {1, 2, 3, 4, 5, 6, 7, 8, 9})),
                new SessionNeighbours().presets().get("standard"),
                0,
                TrainingListener.SILENT);
    byte[] written =
        RecommendationModel.read(stored("format-1.bin")).withSessions(neighbours).write();
    assertThat(written).isEqualTo(stored("format-3.bin"));
    assertThat(RecommendationModel.read(written).write()).isEqualTo(written);
  }

  @Test
  void whatCannotBeReadIsSaid() throws IOException {
    byte[] model = stored("format-1.bin");
    assertThatThrownBy(() -> RecommendationModel.read(new byte[40]))
        .isInstanceOf(IOException.class)
        .hasMessage("not a recommendation model");
    byte[] later = model.clone();
    later[7] = 4;
    assertThatThrownBy(() -> RecommendationModel.read(later))
        .isInstanceOf(IOException.class)
        .hasMessage("format 4 is not known, only 1 to 3");
    for (int length = 8; length < model.length; length += 7) {
      byte[] cut = Arrays.copyOf(model, length);
      assertThatThrownBy(() -> RecommendationModel.read(cut)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void anAlgorithmThatIsNotKnownHereIsNamed() throws IOException {
    byte[] model = RecommendationModel.read(stored("format-1.bin")).write();
    String name = "item-neighbours-cosine";
    String text = new String(model, StandardCharsets.ISO_8859_1);
    byte[] renamed =
        text.replace(name, "item-neighbours-sesame").getBytes(StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> RecommendationModel.read(renamed))
        .isInstanceOf(IOException.class)
        .hasMessage("the algorithm item-neighbours-sesame is not known here");
  }

  private static byte[] stored(String name) throws IOException {
    try (InputStream in = RecommendationModelTest.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    }
  }
}
