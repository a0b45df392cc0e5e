package io.shopkeeper.console.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.catalog.boundary.EventType;
import io.shopkeeper.prediction.boundary.behaviour.RfmView;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BehaviourAskTest {

  private static final LocalDate LAST = LocalDate.of(2026, 11, 26);

  private static BehaviourAsk ask(String address) {
    Map<String, String> parameters = new HashMap<>();
    for (String part : address.isEmpty() ? new String[0] : address.split("&")) {
      parameters.put(part.split("=")[0], part.split("=")[1]);
    }
    return BehaviourAsk.of(name -> Optional.ofNullable(parameters.get(name)), LAST);
  }

  @Test
  void whatIsUsualIsTakenWhereNothingIsAsked() {
    BehaviourAsk ask = ask("");
    assertThat(ask.view()).isEqualTo(View.FUNNEL);
    assertThat(ask.query().from()).isEqualTo("2026-10-30");
    assertThat(ask.query().to()).isEqualTo(LAST);
    assertThat(ask.steps()).containsExactly(EventType.VIEW, EventType.CART, EventType.PURCHASE);
    assertThat(ask.faults()).isEmpty();
    assertThat(ask("view=RFM").query().from()).isEqualTo("2025-11-27");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "view=FUNNEL&from=2026-01-02&to=2026-02-03&channel=store&segment=CUSTOMERS&step1=VIEW&step2=RETURN&within=WEEK",
        "view=PATHS&from=2026-01-02&to=2026-02-03&depth=8",
        "view=BASKETS&from=2026-01-02&to=2026-02-03&support=0.1&confidence=50",
        "view=LIVE&from=2026-01-02&to=2026-02-03&segment=VISITORS"
      })
  void theAddressAsksTheSameAgain(String address) {
    assertThat(Address.of("behaviour", ask(address))).isEqualTo("behaviour?" + address);
  }

  /** Nothing that the page was asked for is lost on the way to the customers of a group. */
  @Test
  void aGroupOfThoseWhoAreShownHasAnAddress() {
    String page = "view=RFM&from=2026-01-02&to=2026-02-03&channel=store";
    String table = Address.of(RfmView.Group.CHAMPIONS, ask(page));
    assertThat(table).isEqualTo("behaviour.csv?" + page + "&group=CHAMPIONS");
    assertThat(ask(page + "&group=CHAMPIONS").group()).contains(RfmView.Group.CHAMPIONS);
  }

  @Test
  void everyFaultIsFoundAndHasItsPlace() {
    BehaviourAsk ask =
        ask(
            "view=DANCE&from=soon&segment=ME&step1=VIEW&within=EVER&depth=99&support=3&confidence=x&group=BEST");
    assertThat(ask.faults())
        .containsOnlyKeys(
            "/view",
            "/from",
            "/segment",
            "/steps",
            "/within",
            "/depth",
            "/support",
            "/confidence",
            "/group");
    assertThat(ask.steps()).hasSize(3);
  }
}
