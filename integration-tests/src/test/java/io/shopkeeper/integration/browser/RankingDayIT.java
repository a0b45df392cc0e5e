package io.shopkeeper.integration.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.integration.browser.page.TrainPage;
import io.shopkeeper.integration.browser.page.VersionPage;
import io.shopkeeper.integration.server.RankedVisits;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** An analyst trains what ranks by purchase, tunes another, and lets it rank. */
class RankingDayIT extends BrowserSuite {

  private static final String MODEL = "purchase-ranking";
  private static final int VISITORS = 9;

  @Test
  void aTunedRankingThatIsPromotedChangesWhatTheStorefrontShows() {
    RankedVisits visits = RankedVisits.at(shop().api(), "ranking-day");
    visits.comeAndBuy("ranking-day", 150, 2);
    visits.publish(2);
    IntStream.range(0, VISITORS).forEach(i -> visits.looks("rd-" + i, RankedVisits.kind(i)));
    signIn();
    TrainPage.open(browser(), MODEL, "logistic-regression").start().awaitSuccess();
    VersionPage first = newest();
    if (!first.stage().equals("Live")) {
      first.promote();
    }
    List<List<String>> before = shown(visits);
    for (int i = 0; i < VISITORS; i++) {
      int kind = RankedVisits.kind(i);
      assertThat(before.get(i).subList(0, 4)).allMatch(id -> RankedVisits.suits(id, kind));
    }

    TrainPage.open(browser(), MODEL, "random-forest")
        .searching()
        .trials("2")
        .start()
        .awaitSuccess();
    VersionPage tuned = newest();
    assertThat(tuned.stage()).isEqualTo("Candidate");
    assertThat(shown(visits)).as("nobody has promoted it").isEqualTo(before);
    assertThat(tuned.promote().stage()).isEqualTo("Live");
    assertThat(shown(visits)).as("it ranks").isNotEqualTo(before);
    assertThat(browser().complaints()).isEmpty();
  }

  private VersionPage newest() {
    int number =
        shop().api().get("models/" + MODEL + "/versions").json().path(0).path("version").asInt();
    return VersionPage.open(browser(), MODEL, number);
  }

  private static List<List<String>> shown(RankedVisits visits) {
    return IntStream.range(0, VISITORS)
        .mapToObj(
            i ->
                visits.shown("rd-" + i, "").stream()
                    .map(item -> item.path("productId").asText())
                    .toList())
        .toList();
  }
}
