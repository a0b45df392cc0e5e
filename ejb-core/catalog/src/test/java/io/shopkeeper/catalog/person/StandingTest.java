package io.shopkeeper.catalog.person;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.catalog.boundary.person.ConsentChange;
import io.shopkeeper.catalog.boundary.person.Door;
import io.shopkeeper.catalog.boundary.person.Purpose;
import io.shopkeeper.catalog.boundary.person.Subject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StandingTest {

  private static final Subject CUSTOMER = Subject.customer("c");
  private static final Subject WEB = Subject.visitor("web");
  private static final Subject PHONE = Subject.visitor("phone");

  @Test
  void nothingIsDecidedWhereNobodyDid() {
    assertThat(Standing.of(List.of(), Map.of(WEB, at(1)))).isEmpty();
  }

  @Test
  void theLatestOfOnesOwnDecisionsHolds() {
    assertThat(granted(Map.of(), no(CUSTOMER, 1), yes(CUSTOMER, 2))).isTrue();
    assertThat(granted(Map.of(), yes(CUSTOMER, 1), no(CUSTOMER, 2))).isFalse();
  }

  @Test
  void theStricterHoldsWhenTwoTurnOutToBeOne() {
    Map<Subject, Instant> link = Map.of(WEB, at(10));
    assertThat(granted(link, yes(CUSTOMER, 2), no(WEB, 1))).isFalse();
    assertThat(granted(link, no(CUSTOMER, 1), yes(WEB, 2))).isFalse();
    assertThat(granted(link, yes(CUSTOMER, 1), yes(WEB, 2))).isTrue();
    assertThat(granted(link, yes(WEB, 2))).isTrue();
    assertThat(granted(link, no(WEB, 10))).as("at the very moment").isFalse();
  }

  @Test
  void afterThatEachDecidesForAll() {
    Map<Subject, Instant> link = Map.of(WEB, at(10));
    assertThat(granted(link, no(WEB, 1), yes(CUSTOMER, 11))).isTrue();
    assertThat(granted(link, yes(CUSTOMER, 1), no(WEB, 11))).isFalse();
    assertThat(granted(link, no(CUSTOMER, 1), yes(WEB, 11))).isTrue();
  }

  @Test
  void whatWasOverruledDoesNotComeBackWithTheNextVisitor() {
    Map<Subject, Instant> links = Map.of(WEB, at(10), PHONE, at(20));
    assertThat(granted(links, no(WEB, 1), yes(CUSTOMER, 11))).isTrue();
    assertThat(granted(links, no(WEB, 1), yes(CUSTOMER, 11), no(PHONE, 12))).isFalse();
    assertThat(granted(links, yes(CUSTOMER, 11), no(PHONE, 12), yes(WEB, 21))).isTrue();
  }

  private static boolean granted(Map<Subject, Instant> links, ConsentChange... decisions) {
    List<ConsentChange> ordered =
        Stream.of(decisions).sorted(Comparator.comparing(ConsentChange::at)).toList();
    return Standing.of(ordered, links).orElseThrow().granted();
  }

  private static ConsentChange yes(Subject subject, int time) {
    return decision(subject, true, time);
  }

  private static ConsentChange no(Subject subject, int time) {
    return decision(subject, false, time);
  }

  private static ConsentChange decision(Subject subject, boolean granted, int time) {
    return new ConsentChange(
        subject, Purpose.PERSONALISATION, granted, at(time), "key", Door.SHOP, null);
  }

  private static Instant at(int time) {
    return Instant.ofEpochMilli(time);
  }
}
