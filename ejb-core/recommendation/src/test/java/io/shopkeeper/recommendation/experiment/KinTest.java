package io.shopkeeper.recommendation.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.catalog.boundary.BehaviourEvent;
import io.shopkeeper.catalog.boundary.EventType;
import io.shopkeeper.catalog.boundary.person.Door;
import io.shopkeeper.catalog.boundary.person.Identity;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class KinTest {

  private static final Kin KIN =
      new Kin(List.of(link("tablet", "anna"), link("phone", "anna"), link("phone", "anna")));

  private static Identity link(String visitor, String customer) {
    return new Identity(visitor, customer, Instant.EPOCH, "me", Door.SHOP, null, null, null);
  }

  private static List<String> units(String customer, String visitor) {
    return KIN.units(
        new BehaviourEvent(
            "e", EventType.CLICK, customer, visitor, "a", null, "web", null, null, Instant.EPOCH));
  }

  @Test
  void aPurchaseOfTheCustomerMayBeOfEachOfTheVisitors() {
    assertThat(units("anna", null)).containsExactly("c:anna", "v:tablet", "v:phone");
  }

  @Test
  void anActOfAVisitorMayBeOfTheOthersThatAreTheCustomerButIsTheVisitorsFirst() {
    assertThat(units(null, "phone")).containsExactly("v:phone", "c:anna", "v:tablet");
    assertThat(units("anna", "till")).startsWith("v:till", "c:anna");
  }

  @Test
  void aVisitorOfAnotherCustomerBringsNobodyAlong() {
    assertThat(units("bert", "phone")).containsExactly("v:phone", "c:bert");
    assertThat(units(null, "stranger")).containsExactly("v:stranger");
  }
}
