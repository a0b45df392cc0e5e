package io.shopkeeper.fraud.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.fraud.boundary.cases.LinkGraph;
import io.shopkeeper.fraud.features.KeyKind;
import io.shopkeeper.fraud.features.Payment;
import io.shopkeeper.fraud.features.PaymentHistory;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinkWalkTest {

  private final PaymentHistory history = new PaymentHistory();

  private Payment paid(String id, String customer, String device, String card) {
    Payment payment =
        new Payment(
            id,
            1,
            customer,
            card,
            device,
            null,
            null,
            null,
            1050,
            "EUR",
            "DE",
            null,
            Payment.NEVER,
            Payment.NEVER);
    history.put(payment);
    return payment;
  }

  private LinkGraph walk(Payment... start) {
    return new LinkWalk((kind, value) -> history.latest(kind, value, LinkWalk.PAYMENTS))
        .from(List.of(start), "EUR", id -> id.equals("p-bad"));
  }

  private static String name(LinkGraph.Node node) {
    return node.kind() + " " + node.value() + " " + node.distance();
  }

  /** Anna's device was Ben's, too, and Ben's card was used by Chen. */
  @Test
  void whoSharesADeviceOrACardIsLinkedOverTwoSteps() {
    Payment annas = paid("p-1", "anna", "d-1", "k-1");
    paid("p-bad", "ben", "d-1", "k-2");
    paid("p-3", "chen", "d-3", "k-2");
    paid("p-4", "dora", "d-4", "k-4");
    LinkGraph graph = walk(annas);
    assertThat(graph.nodes())
        .extracting(LinkWalkTest::name)
        .containsExactly(
            "customer anna 0",
            "device d-1 0",
            "card k-1 0",
            "customer ben 1",
            "card k-2 1",
            "customer chen 2",
            "device d-3 2");
    assertThat(graph.left()).isZero();
    LinkGraph.Node ben = graph.nodes().get(3);
    assertThat(ben.bad()).isEqualTo(1);
    assertThat(ben.amount()).isEqualTo(new BigDecimal("10.50"));
    assertThat(graph.edges())
        .extracting(
            edge ->
                graph.nodes().get(edge.from()).value() + "-" + graph.nodes().get(edge.to()).value())
        .containsExactlyInAnyOrder(
            "anna-d-1", "d-1-k-1", "ben-d-1", "d-1-k-2", "chen-d-3", "d-3-k-2");
  }

  @Test
  void whatGoesBeyondTheBoundIsCounted() {
    Payment first = paid("p-0", "c-0", "shared", "k-0");
    for (int i = 1; i < 50; i++) {
      paid("p-" + i, "c-" + i, "shared", null);
    }
    LinkGraph graph = walk(first);
    assertThat(graph.nodes()).hasSize(LinkWalk.NODES);
    assertThat(graph.left()).as("50 customers, a device and a card").isEqualTo(12);
  }

  @Test
  void aFarThingThatLinksNobodyIsLeftOut() {
    Payment first = paid("p-1", "anna", "d-1", "k-1");
    paid("p-2", "ben", "d-1", "k-2");
    assertThat(walk(first).nodes())
        .extracting(LinkWalkTest::name)
        .contains("customer ben 1")
        .doesNotContain("card k-2 1");
  }

  @Test
  void theLatestOfAKeyAreGiven() {
    for (int i = 0; i < 5; i++) {
      paid("p-" + i, "anna", "d-" + i, null);
    }
    assertThat(history.latest(KeyKind.CUSTOMER, "anna", 2))
        .extracting(Payment::id)
        .containsExactly("p-3", "p-4");
    assertThat(history.latest(KeyKind.CUSTOMER, "nobody", 2)).isEmpty();
  }
}
