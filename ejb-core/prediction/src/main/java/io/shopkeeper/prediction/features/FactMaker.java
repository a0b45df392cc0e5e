package io.shopkeeper.prediction.features;

import io.shopkeeper.catalog.boundary.BehaviourEvent;
import io.shopkeeper.catalog.boundary.EventType;
import io.shopkeeper.catalog.boundary.ReviewData;
import io.shopkeeper.catalog.boundary.SoldLine;
import io.shopkeeper.catalog.boundary.person.Identity;
import io.shopkeeper.catalog.boundary.person.PersonRegister;
import io.shopkeeper.catalog.boundary.person.Subject;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the catalog tells, as facts; the same for one customer as for all. */
public final class FactMaker {

  private static final String CUSTOMER = "c:";

  private final PersonRegister register;
  private final Map<String, Identity> links;

  /**
   * @param register who is who, and who allows personal use
   * @param links that hold
   */
  public FactMaker(PersonRegister register, Collection<Identity> links) {
    this.register = register;
    this.links =
        links.stream()
            .collect(
                Collectors.toMap(Identity::visitorId, Function.identity(), (one, same) -> one));
  }

  /** What a customer did; empty for a stranger, and where personal use is not allowed. */
  public Optional<Fact> ofCustomer(BehaviourEvent event) {
    return register
        .learnsFrom(event)
        .filter(person -> person.startsWith(CUSTOMER))
        .flatMap(person -> fact(event, person.substring(CUSTOMER.length()), known(event)));
  }

  private long known(BehaviourEvent event) {
    Identity link = event.customerId() == null ? links.get(event.visitorId()) : null;
    return link == null ? event.time().toEpochMilli() : link.linkedAt().toEpochMilli();
  }

  /** What was done with a product, by nobody in particular. */
  public static Optional<Fact> ofProduct(BehaviourEvent event) {
    return fact(event, null, event.time().toEpochMilli());
  }

  private static Optional<Fact> fact(BehaviourEvent event, String customer, long known) {
    return FactKind.of(event.type())
        .map(
            kind ->
                new Fact(
                    event.time().toEpochMilli(),
                    known,
                    kind,
                    event.eventId(),
                    customer,
                    event.productId(),
                    event.type() == EventType.RATING && event.value() != null
                        ? event.value()
                        : Double.NaN,
                    1,
                    null,
                    event.channel(),
                    event.sessionId()));
  }

  /** Whether a customer allows personal use. */
  public boolean allows(String customer) {
    return customer != null && register.allows(Subject.customer(customer));
  }

  /** A line of an order. */
  public static Fact of(SoldLine line) {
    long at = line.at().toEpochMilli();
    return new Fact(
        at,
        at,
        FactKind.ORDER,
        line.orderId() + "#" + line.line(),
        line.customerId(),
        line.productId(),
        line.unitPrice().doubleValue(),
        line.quantity(),
        line.currency(),
        line.channel(),
        line.orderId());
  }

  /** A review; empty where it is not known when it was written. */
  public static Optional<Fact> of(ReviewData review) {
    if (review.time() == null) {
      return Optional.empty();
    }
    long at = review.time().toEpochMilli();
    return Optional.of(
        new Fact(
            at,
            at,
            FactKind.REVIEW,
            review.id(),
            review.customerId(),
            review.productId(),
            review.rating() == null ? Double.NaN : review.rating(),
            1,
            null,
            null,
            null));
  }
}
