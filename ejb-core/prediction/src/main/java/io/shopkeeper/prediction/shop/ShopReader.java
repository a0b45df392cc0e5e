package io.shopkeeper.prediction.shop;

import io.shopkeeper.catalog.boundary.BehaviourEvent;
import io.shopkeeper.catalog.boundary.BehaviourEvents;
import io.shopkeeper.catalog.boundary.EventType;
import io.shopkeeper.catalog.boundary.Products;
import io.shopkeeper.catalog.boundary.Reviews;
import io.shopkeeper.catalog.boundary.SoldLines;
import io.shopkeeper.catalog.boundary.person.Consents;
import io.shopkeeper.catalog.boundary.person.Identities;
import io.shopkeeper.catalog.boundary.person.Identity;
import io.shopkeeper.catalog.boundary.person.Subject;
import io.shopkeeper.prediction.features.Fact;
import io.shopkeeper.prediction.features.FactKind;
import io.shopkeeper.prediction.features.FactMaker;
import io.shopkeeper.prediction.features.ProductTrait;
import io.shopkeeper.prediction.features.Reading;
import io.shopkeeper.prediction.features.ShopFacts;
import io.shopkeeper.prediction.features.UsualPrices;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What serving asks of one customer, as of now. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class ShopReader {

  /** How far back a product is looked at. */
  static final Duration OF_PRODUCT = Duration.ofDays(90);

  static final Duration OF_CUSTOMER = Duration.ofDays(Reading.DAYS);

  private static final int AT_ONCE = 500;

  private static final Set<EventType> TYPES =
      Stream.of(EventType.values())
          .filter(type -> FactKind.of(type).isPresent())
          .collect(Collectors.toUnmodifiableSet());

  @Inject private BehaviourEvents events;
  @Inject private SoldLines lines;
  @Inject private Reviews reviews;
  @Inject private Products products;
  @Inject private Identities identities;
  @Inject private Consents consents;

  /**
   * What a customer did in the year before a moment, what was done with some products in its last
   * 90 days, and what those were sold for that the customer bought in that time.
   *
   * @param customer who allows personal use
   * @param asked products; may be empty
   */
  public ShopFacts read(String customer, Collection<String> asked, Instant moment) {
    List<Fact> own = ofCustomer(customer, moment);
    Set<String> named =
        own.stream().map(Fact::product).filter(Objects::nonNull).collect(Collectors.toSet());
    named.addAll(asked);
    var facts = new ShopFacts(traits(named));
    own.forEach(facts::addOfCustomer);
    ofProducts(asked, moment).forEach(facts::addOfProduct);
    prices(own, moment).forEach(facts::addOfProduct);
    return facts;
  }

  private List<Fact> ofCustomer(String customer, Instant moment) {
    Instant from = moment.minus(OF_CUSTOMER);
    List<Identity> links = identities.of(customer);
    List<BehaviourEvent> acts = new ArrayList<>();
    List<String> visitors = links.stream().map(Identity::visitorId).toList();
    acts.addAll(events.of(List.of(), List.of(customer), TYPES, from, moment));
    for (int start = 0; start < visitors.size(); start += AT_ONCE) {
      List<String> some = visitors.subList(start, Math.min(visitors.size(), start + AT_ONCE));
      acts.addAll(events.of(some, List.of(), TYPES, from, moment));
    }
    List<Fact> facts = new ArrayList<>();
    var maker = new FactMaker(consents.register(people(customer, acts)), links);
    for (BehaviourEvent act : acts) {
      maker.ofCustomer(act).filter(fact -> fact.customer().equals(customer)).ifPresent(facts::add);
    }
    if (maker.allows(customer)) {
      lines.ofCustomer(customer, from, moment).stream().map(FactMaker::of).forEach(facts::add);
      reviews.ofCustomer(customer, from, moment).stream()
          .flatMap(review -> FactMaker.of(review).stream())
          .forEach(facts::add);
    }
    return facts;
  }

  /** Whose word counts for these acts: the customer's, and that of whoever came beside. */
  private static Set<Subject> people(String customer, List<BehaviourEvent> acts) {
    Set<Subject> people = new HashSet<>();
    people.add(Subject.customer(customer));
    acts.stream()
        .map(BehaviourEvent::visitorId)
        .filter(Objects::nonNull)
        .map(Subject::visitor)
        .forEach(people::add);
    return people;
  }

  private List<Fact> ofProducts(Collection<String> asked, Instant moment) {
    Instant from = moment.minus(OF_PRODUCT);
    List<Fact> facts = new ArrayList<>();
    if (!asked.isEmpty()) {
      events.ofProducts(asked, TYPES, from, moment).stream()
          .flatMap(event -> FactMaker.ofProduct(event).stream())
          .forEach(facts::add);
      lines.ofProducts(asked, from, moment).stream().map(FactMaker::of).forEach(facts::add);
      reviews.ofProducts(asked, from, moment).stream()
          .flatMap(review -> FactMaker.of(review).stream())
          .forEach(facts::add);
    }
    return facts;
  }

  private List<Fact> prices(List<Fact> own, Instant moment) {
    Instant from = moment.minus(Duration.ofDays(UsualPrices.DAYS));
    List<String> bought =
        own.stream()
            .filter(fact -> fact.kind() == FactKind.ORDER && fact.at() >= from.toEpochMilli())
            .map(Fact::product)
            .distinct()
            .toList();
    List<Fact> facts = new ArrayList<>();
    for (int start = 0; start < bought.size(); start += AT_ONCE) {
      List<String> some = bought.subList(start, Math.min(bought.size(), start + AT_ONCE));
      lines.ofProducts(some, from, moment).stream().map(FactMaker::of).forEach(facts::add);
    }
    return facts;
  }

  private Map<String, ProductTrait> traits(Set<String> ids) {
    Map<String, ProductTrait> traits = new HashMap<>();
    List<String> all = List.copyOf(ids);
    for (int start = 0; start < all.size(); start += AT_ONCE) {
      List<String> some = all.subList(start, Math.min(all.size(), start + AT_ONCE));
      products.findAll(some).forEach((id, product) -> traits.put(id, ProductTrait.of(product)));
    }
    return traits;
  }
}
