package io.shopkeeper.recommendation.serving;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.catalog.boundary.person.Freshness;
import io.shopkeeper.platform.boundary.PromotedModel;
import io.shopkeeper.recommendation.boundary.RecommendationAnswer;
import io.shopkeeper.recommendation.boundary.RecommendationRequest;
import io.shopkeeper.recommendation.boundary.recipe.StandardRecipes;
import io.shopkeeper.recommendation.experiment.RunningExperiment;
import io.shopkeeper.recommendation.pipeline.Exploration;
import io.shopkeeper.recommendation.pipeline.Liked;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class KeptAnswersTest {

  private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");
  private static final ReadyRecipe RECIPE = recipe();
  private static final RememberedVisitor VISITOR = visitor();
  private static final List<Liked> TRENDS = List.of(new Liked("p-1", 2));
  private static final Circumstances NOW =
      new Circumstances(Choice.live(RECIPE), VISITOR, Exploration.NONE, 7, null, null, TRENDS, 3);

  private final KeptAnswers kept = new KeptAnswers();

  private static ReadyRecipe recipe() {
    return ReadyRecipe.of(1, StandardRecipes.of("home"));
  }

  private static RememberedVisitor visitor() {
    return new RememberedVisitor(
        List.of(), List.of(), Map.of(), Map.of(), Map.of(), Set.of(), true, Freshness.ALWAYS);
  }

  private static RecommendationRequest asks(String customer, Locale locale) {
    return new RecommendationRequest(
        customer, null, null, null, "home", 10, Set.of(), null, locale);
  }

  private static RecommendationAnswer answer() {
    return new RecommendationAnswer(
        List.of(), "recommendation", 1, 1, true, "no_history", null, null);
  }

  private void keep() {
    kept.keep(
        asks("c-1", Locale.ENGLISH),
        new KeptAnswers.Kept(new FormedAnswer(answer()), NOW, NOON.plusSeconds(30), "", null));
  }

  private boolean holds(Circumstances then) {
    return kept.find(asks("c-1", Locale.ENGLISH), then, NOON).isPresent();
  }

  @Test
  void theSameQuestionGetsTheSameAnswerUntilItsTimeIsOver() {
    keep();
    assertThat(holds(NOW)).isTrue();
    assertThat(kept.find(asks("c-1", Locale.ENGLISH), NOW, NOON.plusMillis(29_999))).isPresent();
    assertThat(kept.find(asks("c-1", Locale.ENGLISH), NOW, NOON.plusSeconds(30))).isEmpty();
  }

  @Test
  void whatWasMadeTogetherDoesNotEndTogether() {
    long[] inTheSecond = new long[30];
    for (int customer = 0; customer < 30_000; customer++) {
      Instant end = KeptAnswers.end(asks("c-" + customer, Locale.ENGLISH), NOON);
      inTheSecond[(int) Duration.between(NOON.plusSeconds(30), end).toSeconds()]++;
      assertThat(end).isAfterOrEqualTo(NOON.plusSeconds(30)).isBefore(NOON.plusSeconds(60));
    }
    assertThat(LongStream.of(inTheSecond)).allMatch(many -> many > 800 && many < 1200);
  }

  @Test
  void anotherQuestionGetsNone() {
    keep();
    assertThat(kept.find(asks("c-2", Locale.ENGLISH), NOW, NOON)).isEmpty();
    assertThat(kept.find(asks("c-1", Locale.SIMPLIFIED_CHINESE), NOW, NOON)).isEmpty();
  }

  @Test
  void nothingIsGivenOnceAnythingIsOtherwise() {
    keep();
    var draw = Optional.of(new RunningExperiment.Draw("autumn", null, 1));
    Choice live = Choice.live(RECIPE);
    List<Circumstances> others =
        List.of(
            // Equal, yet read again: a publication, an event.
            with(Choice.live(recipe()), VISITOR, TRENDS),
            with(new Choice(RECIPE, draw), VISITOR, TRENDS),
            with(live, visitor(), TRENDS),
            with(live, VISITOR, List.of(new Liked("p-1", 2))),
            new Circumstances(
                live, VISITOR, Exploration.of(.2, "c:c-1", "home", 0), 7, null, null, TRENDS, 3),
            new Circumstances(live, VISITOR, Exploration.NONE, 8, null, null, TRENDS, 3),
            new Circumstances(
                live,
                VISITOR,
                Exploration.NONE,
                7,
                new PromotedModel.Serving<>(1, null),
                null,
                TRENDS,
                3),
            new Circumstances(
                live,
                VISITOR,
                Exploration.NONE,
                7,
                null,
                new PromotedModel.Serving<>(1, null),
                TRENDS,
                3),
            new Circumstances(live, VISITOR, Exploration.NONE, 7, null, null, TRENDS, 4));
    for (int i = 0; i < others.size(); i++) {
      assertThat(holds(others.get(i))).as("change " + i).isFalse();
    }
    assertThat(holds(with(live, VISITOR, TRENDS))).isTrue();
  }

  private static Circumstances with(Choice choice, RememberedVisitor visitor, List<Liked> trends) {
    return new Circumstances(choice, visitor, Exploration.NONE, 7, null, null, trends, 3);
  }
}
