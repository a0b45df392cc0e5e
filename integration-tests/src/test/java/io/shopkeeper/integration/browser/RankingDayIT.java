package io.shopkeeper.integration.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.integration.browser.page.Storefront;
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

  /** Visitors of the storefront, of each kind one. */
  private static final List<String> GUESTS =
      IntStream.range(0, 3).mapToObj("v-00000000-0000-4000-8000-00000000000%d"::formatted).toList();

  @Test
  void aTunedRankingThatIsPromotedChangesWhatTheStorefrontShows() {
    RankedVisits visits = RankedVisits.at(shop().api(), "ranking-day");
    visits.comeAndBuy("ranking-day", 150, 2);
    visits.publish(visits.ranking());
    IntStream.range(0, VISITORS).forEach(i -> visits.looks("rd-" + i, RankedVisits.kind(i)));
    signIn();
    TrainPage.open(browser(), MODEL, "logistic-regression").start().awaitSuccess();
    VersionPage first = newest();
    if (!first.stage().equals("Live")) {
      first.promote();
    }
    assertColumnsAreExplained(newest());
    List<List<String>> before = shown(visits);
    RankedVisits home = RankedVisits.at(shop().api(), "home");
    try {
      home.publish(home.ranking());
      IntStream.range(0, GUESTS.size())
          .forEach(i -> home.looks(GUESTS.get(i), RankedVisits.kind(i)));
      List<List<String>> page = storefrontLists();
      assertPromotionChanges(visits, before, page);
    } finally {
      shop().api().post("placements/home:publish", "{\"version\":0}");
    }
  }

  /** Columns have their names, and beside these what they are. */
  private void assertColumnsAreExplained(VersionPage version) {
    browser().open("/console/explain?name=%s&version=%d".formatted(MODEL, version.number()));
    assertThat(browser().script("return document.querySelector('#meanings').textContent") + "")
        .containsPattern("brand_share\\s*Visitor’s taste for the brand");
  }

  private void assertPromotionChanges(
      RankedVisits visits, List<List<String>> before, List<List<String>> page) {
    for (int i = 0; i < GUESTS.size(); i++) {
      int kind = RankedVisits.kind(i);
      assertThat(page.get(i).subList(0, 4))
          .as("on the storefront")
          .allMatch(id -> RankedVisits.suits(id, kind));
    }
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
    assertThat(VersionPage.open(browser(), MODEL, tuned.number() - 1).stage())
        .as("nobody has promoted the other one")
        .isEqualTo("Live");
    // Read anew: what is liked is counted once a minute and has its part in the order.
    List<List<String>> storefront = storefrontLists();
    List<List<String>> elsewhere = shown(visits);
    assertThat(newest().promote().stage()).isEqualTo("Live");
    assertThat(storefrontLists()).as("it ranks the storefront").isNotEqualTo(storefront);
    assertThat(shown(visits)).as("and what other pages ask for").isNotEqualTo(elsewhere);
    assertThat(browser().complaints()).isEmpty();
  }

  /** The products that each guest's first page shows, in their order. */
  private List<List<String>> storefrontLists() {
    return GUESTS.stream()
        .map(
            guest -> {
              browser().setCookie("sk_visitor", guest);
              return Storefront.open(browser()).recommended().stream()
                  .map(address -> address.replaceAll(".*[?&]id=([^&]+).*", "$1"))
                  .toList();
            })
        .toList();
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
