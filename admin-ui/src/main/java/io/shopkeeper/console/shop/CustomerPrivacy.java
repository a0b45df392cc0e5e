package io.shopkeeper.console.shop;

import io.shopkeeper.catalog.boundary.person.Actor;
import io.shopkeeper.catalog.boundary.person.ConsentChange;
import io.shopkeeper.catalog.boundary.person.ConsentChoice;
import io.shopkeeper.catalog.boundary.person.ConsentView;
import io.shopkeeper.catalog.boundary.person.Consents;
import io.shopkeeper.catalog.boundary.person.Door;
import io.shopkeeper.catalog.boundary.person.Identities;
import io.shopkeeper.catalog.boundary.person.Identity;
import io.shopkeeper.catalog.boundary.person.Purpose;
import io.shopkeeper.catalog.boundary.person.Subject;
import io.shopkeeper.console.access.Me;
import io.shopkeeper.console.frame.Asked;
import io.shopkeeper.console.frame.Faults;
import io.shopkeeper.console.frame.Say;
import io.shopkeeper.console.frame.Words;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.Right;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a customer allows, who decided it when, and which visitors are this customer. */
@Named("customerPrivacy")
@RequestScoped
public class CustomerPrivacy {

  private static final int SHOWN = 20;

  @Inject private Consents consents;
  @Inject private Identities identities;
  @Inject private Asked asked;
  @Inject private Faults faults;
  @Inject private Words words;
  @Inject private Me me;
  @Inject private Say say;

  private String customer;

  /**
   * A line of the table.
   *
   * @param state {@code granted} or {@code refused}
   */
  public record Line(Purpose purpose, String state, ConsentView.Decision decision) {}

  @PostConstruct
  void begin() {
    customer = asked.text("id").orElse("");
  }

  /** Does what the button that was pressed says. */
  public void act() {
    asked.act("allow").flatMap(CustomerPrivacy::purpose).ifPresent(one -> decide(one, true));
    asked.act("refuse").flatMap(CustomerPrivacy::purpose).ifPresent(one -> decide(one, false));
    asked.act("separate").ifPresent(this::separate);
  }

  private static Optional<Purpose> purpose(String name) {
    return Arrays.stream(Purpose.values()).filter(one -> one.name().equals(name)).findFirst();
  }

  private void decide(Purpose purpose, boolean granted) {
    me.require(Right.MANAGE_CUSTOMERS);
    try {
      String source = asked.text("source").orElse(null);
      consents.decide(
          Subject.customer(customer), ConsentChoice.of(purpose, granted, source), actor());
      say.ok(granted ? "consent.allowed" : "consent.withdrawn", words.of("purpose", purpose));
    } catch (InvalidInputException invalid) {
      say.badText(faults.of(invalid));
    }
  }

  private void separate(String visitor) {
    me.require(Right.MANAGE_CUSTOMERS);
    if (identities.unlink(customer, visitor, actor())) {
      say.ok("identity.separated", visitor);
    } else {
      say.bad("identity.gone", visitor);
    }
  }

  private Actor actor() {
    return new Actor(me.getName(), Door.CONSOLE);
  }

  /** What holds, a line for each purpose. */
  public List<Line> getLines() {
    ConsentView now = consents.of(Subject.customer(customer));
    return Arrays.stream(Purpose.values())
        .map(
            purpose ->
                new Line(
                    purpose, now.of(purpose).granted() ? "granted" : "refused", now.of(purpose)))
        .toList();
  }

  /** What was decided, newest first. */
  public List<ConsentChange> getHistory() {
    return consents.history(Subject.customer(customer), SHOWN);
  }

  /** The visitors that are this customer. */
  public List<Identity> getVisitors() {
    return identities.of(customer);
  }

  /** Whether the reader may change anything here. */
  public boolean isChangeable() {
    return me.may(Right.MANAGE_CUSTOMERS.name());
  }
}
