package io.shopkeeper.catalog.boundary.person;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.catalog.boundary.BehaviourEvent;
import io.shopkeeper.catalog.boundary.EventType;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PersonRegisterTest {

  private static final Instant DAY = Instant.parse("2026-11-01T00:00:00Z");

  @Test
  void anEventIsTheCustomersThatItNamesElseTheVisitors() {
    PersonRegister everybody = PersonRegister.everybody();
    assertThat(everybody.learnsFrom(event("a", "v"))).contains("c:a");
    assertThat(everybody.learnsFrom(event(null, "v"))).contains("v:v");
  }

  @Test
  void aVisitorWhoIsACustomerIsThatCustomer() {
    PersonRegister register = PersonRegister.of(List.of(link("v", "a")), List.of(), true);
    assertThat(register.learnsFrom(event(null, "v"))).contains("c:a");
    assertThat(register.learnsFrom(event("b", "v"))).as("signed in as another").contains("c:b");
  }

  @Test
  void nothingIsLearntFromWhoeverRefuses() {
    PersonRegister register =
        PersonRegister.of(
            List.of(link("v", "a")),
            List.of(said(Subject.customer("a"), false), said(Subject.visitor("w"), false)),
            true);
    assertThat(register.learnsFrom(event("a", null))).isEmpty();
    assertThat(register.learnsFrom(event(null, "v"))).isEmpty();
    assertThat(register.learnsFrom(event("b", "w"))).as("on a device that refused").isEmpty();
    assertThat(register.learnsFrom(event("b", "v"))).as("the device is another's").contains("c:b");
    assertThat(register.learnsFrom(event("b", null))).contains("c:b");
  }

  @Test
  void whereTheShopAsksFirstOnlyThoseWhoAgreedAreLearntFrom() {
    PersonRegister register =
        PersonRegister.of(List.of(), List.of(said(Subject.customer("a"), true)), false);
    assertThat(register.learnsFrom(event("a", "v"))).contains("c:a");
    assertThat(register.learnsFrom(event("b", null))).isEmpty();
    assertThat(register.learnsFrom(event(null, "v"))).isEmpty();
  }

  private static Identity link(String visitor, String customer) {
    return new Identity(visitor, customer, DAY, "key", Door.SHOP, null, null, null);
  }

  private static ConsentChange said(Subject subject, boolean granted) {
    return new ConsentChange(
        subject, Purpose.PERSONALISATION, granted, DAY.minusSeconds(1), "key", Door.SHOP, null);
  }

  private static BehaviourEvent event(String customer, String visitor) {
    return new BehaviourEvent(
        "e", EventType.VIEW, customer, visitor, "p", null, "web", null, null, DAY);
  }
}
