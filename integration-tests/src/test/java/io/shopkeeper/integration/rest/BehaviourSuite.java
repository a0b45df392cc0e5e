package io.shopkeeper.integration.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.shopkeeper.integration.server.BehaviourTable;
import io.shopkeeper.integration.server.ConsoleBrowser;
import io.shopkeeper.integration.server.ShopApi;
import io.shopkeeper.integration.server.ShopServer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What people do, from events and orders to the console's tables; the same on every database. Each
 * test has a channel of its own.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BehaviourSuite {

  private static final Instant BEGIN = Instant.parse("2024-03-05T10:00:00Z");
  private static final List<String> GROUPS =
      List.of("CHAMPIONS", "LOYAL", "PROMISING", "NEW", "FADING", "AT_RISK", "SLEEPING", "LOST");

  private static final String PERIOD = "&from=2024-03-01&to=2024-06-30&channel=";

  private ShopApi api;
  private ConsoleBrowser browser;

  @BeforeEach
  void connect(ShopServer shop) {
    api = shop.api();
    if (browser == null) {
      browser = new ConsoleBrowser(shop.base());
      browser.signIn("admin", shop.administratorPassword());
    }
  }

  private List<List<String>> table(String view, String channel, String more) {
    return BehaviourTable.of(browser, "view=" + view + PERIOD + channel + more);
  }

  private void did(String channel, String who, int minute, String type) {
    String person =
        who.startsWith("c-")
            ? "\"customerId\":\"%s\"".formatted(channel + who)
            : "\"visitorId\":\"%s\"".formatted(channel + who);
    api.post(
            "events",
            "{\"eventId\":\"%s-%s-%d-%s\",\"type\":\"%s\",%s,\"productId\":\"p\",\"channel\":\"%s\",\"time\":\"%s\"}"
                .formatted(
                    channel,
                    who,
                    minute,
                    type,
                    type,
                    person,
                    channel,
                    BEGIN.plus(Duration.ofMinutes(minute))))
        .good();
  }

  private void order(
      String channel, String id, String customer, int day, String status, String... products) {
    place(channel + id, channel + customer, channel, day, status, products);
  }

  private void place(
      String id, String customer, String channel, int day, String status, String... products) {
    var lines = new StringBuilder();
    for (String product : products) {
      lines.append(
          "%s{\"productId\":\"%s\",\"quantity\":2,\"unitPrice\":\"1.25\"}"
              .formatted(lines.isEmpty() ? "" : ",", product));
    }
    String body =
        "{\"id\":\"%s\",\"customerId\":\"%s\",\"status\":\"%s\",\"placedAt\":\"%s\",\"currency\":\"EUR\",\"channel\":\"%s\",\"lines\":[%s]}"
            .formatted(id, customer, status, BEGIN.plus(Duration.ofDays(day)), channel, lines);
    assertThat(api.put("orders/" + id, body).status()).isEqualTo(204);
  }

  @Test
  void aFunnelCountsWhatWasDoneInOrderAndTheNextEventAtOnce() {
    String channel = "lab-funnel";
    did(channel, "a", 0, "view");
    did(channel, "a", 5, "cart");
    did(channel, "b", 0, "cart");
    did(channel, "b", 5, "view");
    did(channel, "c", 0, "view");
    did(channel, "c", 40, "cart");
    assertThat(table("FUNNEL", channel, ""))
        .containsExactly(
            List.of("View", "3"), List.of("Into the cart", "1"), List.of("Purchase", "0"));
    did(channel, "a", 9, "purchase");
    assertThat(table("FUNNEL", channel, "").get(2)).as("at once").containsExactly("Purchase", "1");
    assertThat(table("FUNNEL", channel, "&within=DAY&step1=VIEW&step2=CART"))
        .as("people, with a pause")
        .containsExactly(List.of("View", "3"), List.of("Into the cart", "2"));
    assertThat(table("PATHS", channel, ""))
        .containsExactlyInAnyOrder(
            List.of("Into the cart > View", "1", "0.25"),
            List.of("View", "1", "0.25"),
            List.of("Into the cart", "1", "0.25"),
            List.of("View > Into the cart > Purchase", "1", "0.25"));
    assertThat(table("SESSIONS", channel, ""))
        .contains(
            List.of("Sessions", "", "4"),
            List.of("People", "", "3"),
            List.of("Sessions of one event", "", "2"),
            List.of("Sessions with a purchase", "", "1"),
            List.of("When sessions begin (UTC)", "TUESDAY 10", "4"));
  }

  @Test
  void ordersMakeCohortsTheGridAndRules() {
    String channel = "lab-orders";
    order(channel, "1", "x", 0, "paid", "tea", "pot");
    order(channel, "2", "x", 30, "paid", "tea", "pot", "mug");
    order(channel, "3", "y", 1, "delivered", "tea");
    order(channel, "4", "z", 40, "paid", "mug");
    order(channel, "5", "y", 31, "cancelled", "tea");
    assertThat(table("COHORTS", channel, ""))
        .contains(
            List.of("2024-03", "0", "2", "1.0"),
            List.of("2024-03", "1", "1", "0.5"),
            List.of("2024-04", "0", "1", "1.0"));
    List<List<String>> grid = table("RFM", channel, "");
    assertThat(grid).hasSize(25);
    assertThat(grid)
        .filteredOn(cell -> !cell.get(3).equals("0"))
        .containsExactlyInAnyOrder(
            List.of("1", "1", "Lost", "1", "1", "2.50"),
            List.of("2", "4", "At risk", "1", "2", "12.50"),
            List.of("4", "1", "New", "1", "1", "2.50"));
    assertThat(table("BASKETS", channel, ""))
        .extracting(row -> String.join(" ", row.get(1), row.get(3), row.get(4), row.get(5)))
        .containsExactlyInAnyOrder("tea pot 2 0.5", "pot tea 2 0.5");

    order(channel, "5", "y", 31, "paid", "tea");
    assertThat(table("COHORTS", channel, ""))
        .as("no longer cancelled")
        .contains(List.of("2024-03", "1", "2", "1.0"));
    assertThat(api.delete("orders/" + channel + "5").status()).isEqualTo(204);
    assertThat(table("COHORTS", channel, ""))
        .as("gone")
        .contains(List.of("2024-03", "1", "1", "0.5"));
  }

  @Test
  void whoDoesNotAllowToMeasureIsNotCounted() {
    String channel = "lab-consent";
    did(channel, "a", 0, "view");
    did(channel, "b", 0, "view");
    did(channel, "c-x", 0, "view");
    order(channel, "1", "c-x", 0, "paid", "tea");
    assertThat(table("FUNNEL", channel, "").getFirst()).containsExactly("View", "3");
    assertThat(api.put("visitors/" + channel + "a/consent", "{\"analytics\":false}").status())
        .isEqualTo(200);
    assertThat(table("FUNNEL", channel, "").getFirst()).containsExactly("View", "2");
    assertThat(api.put("customers/" + channel + "c-x/consent", "{\"analytics\":false}").status())
        .isEqualTo(200);
    assertThat(table("FUNNEL", channel, "").getFirst()).containsExactly("View", "1");
    assertThat(table("COHORTS", channel, "")).isEmpty();
    assertThat(api.put("visitors/" + channel + "a/consent", "{\"analytics\":true}").status())
        .isEqualTo(200);
    assertThat(table("FUNNEL", channel, "").getFirst()).containsExactly("View", "2");
  }

  @Test
  void peopleAreChosenBySegment() {
    String channel = "lab-segment";
    did(channel, "a", 0, "view");
    did(channel, "c-x", 0, "view");
    did(channel, "c-y", 0, "view");
    did(channel, "c-z", 0, "view");
    order(channel, "1", "c-y", 3, "paid", "tea");
    order(channel, "2", "c-z", -30, "paid", "tea");
    for (String expected :
        List.of(
            "VISITORS 1", "CUSTOMERS 3", "NEVER_BOUGHT 2", "FIRST_BOUGHT 1", "BOUGHT_BEFORE 1")) {
      String[] parts = expected.split(" ");
      assertThat(table("FUNNEL", channel, "&segment=" + parts[0]).getFirst())
          .as(expected)
          .containsExactly("View", parts[1]);
    }
    assertThat(
            api.post(
                    "customers/%sc-x/identities".formatted(channel),
                    "{\"visitorId\":\"%sa\"}".formatted(channel))
                .status())
        .isBetween(200, 204);
    assertThat(table("FUNNEL", channel, "").getFirst())
        .as("the visitor is a customer")
        .containsExactly("View", "3");
  }

  /** Of a year that no other test touches: groups are those of all channels. */
  @Test
  void peopleAreChosenByTheirGroupOfTheRfmView() {
    String channel = "lab-groups";
    int year = (int) Duration.between(BEGIN, Instant.parse("2019-03-05T10:00:00Z")).toDays();
    Map<String, List<Integer>> days =
        Map.of(
            "c-a", List.of(60, 70, 80, 90, 100),
            "c-b", List.of(90),
            "c-c", List.of(40, 50),
            "c-d", List.of(5, 10, 15, 20),
            "c-e", List.of(10, -400, -401, -402, -403, -404));
    days.forEach(
        (customer, own) -> {
          did(channel, customer, (year + 101) * 1440, "view");
          for (int day : own) {
            String where = day % 20 == 0 ? channel : channel + "-other";
            String id = channel + customer + day;
            place(id, channel + customer, where, year + day, "paid", "tea");
          }
        });
    String days30 = "&from=2019-06-01&to=2019-06-30&channel=" + channel;
    Map<String, String> views = new TreeMap<>();
    for (String group : GROUPS) {
      String segment = "&segment=RFM_" + group;
      views.put(
          group, BehaviourTable.of(browser, "view=FUNNEL" + days30 + segment).getFirst().get(1));
    }
    assertThat(views)
        .as("by recency 5, 4, 3, 2, 1 and frequency 5, 1, 3, 4, 1 of a, b, c, d, e")
        .containsOnly(
            entry("CHAMPIONS", "1"),
            entry("NEW", "1"),
            entry("LOYAL", "1"),
            entry("AT_RISK", "1"),
            entry("LOST", "1"),
            entry("PROMISING", "0"),
            entry("FADING", "0"),
            entry("SLEEPING", "0"));
    String champions = days30 + "&segment=RFM_CHAMPIONS";
    assertThat(BehaviourTable.of(browser, "view=SESSIONS" + champions))
        .contains(List.of("People", "", "1"));
    assertThat(BehaviourTable.of(browser, "view=PATHS" + champions))
        .containsExactly(List.of("View", "1", "1.0"));
    assertThat(BehaviourTable.of(browser, "view=COHORTS" + champions.replace("06-01", "01-01")))
        .as("on the channel: days 60, 80 and 100")
        .contains(List.of("2019-05", "0", "1", "1.0"), List.of("2019-05", "1", "1", "1.0"));
    assertThat(BehaviourTable.of(browser, "view=BASKETS" + champions))
        .as("purchases of one product")
        .isEmpty();
    String year365 = "view=RFM&from=2018-07-01&to=2019-06-30&group=";
    assertThat(BehaviourTable.of(browser, year365 + "CHAMPIONS"))
        .singleElement()
        .satisfies(
            row ->
                assertThat(row)
                    .startsWith("lab-groupsc-a", "Champions", "5", "5")
                    .contains("2019-06-13", "5"));
    assertThat(BehaviourTable.of(browser, year365 + "LOST"))
        .singleElement()
        .satisfies(row -> assertThat(row.get(0)).isEqualTo("lab-groupsc-e"));
    assertThat(BehaviourTable.of(browser, year365 + "FADING")).isEmpty();
  }

  @Test
  void whatHappensNowIsSeen() {
    String channel = "lab-live";
    Instant now = Clock.systemUTC().instant();
    api.post(
            "events",
            "{\"eventId\":\"live-1\",\"type\":\"cart\",\"visitorId\":\"live-v\",\"productId\":\"live-p\",\"channel\":\"%s\",\"time\":\"%s\"}"
                .formatted(channel, now.minusSeconds(90)))
        .good();
    assertThat(BehaviourTable.of(browser, "view=LIVE&channel=" + channel))
        .hasSize(30)
        .extracting(row -> Integer.parseInt(row.get(1)))
        .satisfies(counts -> assertThat(counts.stream().mapToInt(one -> one).sum()).isEqualTo(1))
        .satisfies(counts -> assertThat(counts.get(28)).isEqualTo(1));
    String page = browser.get("console/behaviour?view=LIVE&channel=" + channel).text();
    assertThat(page).contains("Into the cart", "live-p").doesNotContain("live-v");
  }

  @Test
  void aWrongQuestionIsRefusedAndSaidOnThePage() {
    assertThat(table("COHORTS", "lab-wrong", "")).isEmpty();
    assertThat(browser.get("console/behaviour.csv?view=FUNNEL&from=soon").status()).isEqualTo(400);
    assertThat(browser.get("console/behaviour.csv?view=FUNNEL&step1=VIEW&step2=dance").status())
        .isEqualTo(400);
    assertThat(browser.get("console/behaviour?segment=NOBODY&from=2024-03-02&to=2024-03-01").text())
        .contains("must be one of EVERYBODY", "is later than the last day, 2024-03-01");
  }
}
