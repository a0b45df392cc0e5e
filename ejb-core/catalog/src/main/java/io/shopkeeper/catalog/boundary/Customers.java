package io.shopkeeper.catalog.boundary;

import io.shopkeeper.catalog.boundary.person.PersonalUseEnded;
import io.shopkeeper.catalog.clean.RecordCheck;
import io.shopkeeper.catalog.customer.CustomerStore;
import io.shopkeeper.catalog.entity.Customer;
import io.shopkeeper.catalog.ingest.ChangeStore;
import io.shopkeeper.catalog.person.Circle;
import io.shopkeeper.catalog.person.IdentityStore;
import io.shopkeeper.platform.boundary.FieldError;
import io.shopkeeper.platform.boundary.InvalidInputException;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The shop's customers. */
@Stateless
public class Customers {

  @Inject private CustomerStore store;
  @Inject private ChangeStore changes;
  @Inject private IdentityStore identities;
  @Inject private Clock clock;
  @Inject private Event<PersonalUseEnded> ended;

  /**
   * Stores a customer, new or in place of the one with that id.
   *
   * @throws InvalidInputException with every fault
   */
  public void put(CustomerData customer) {
    List<FieldError> errors = RecordCheck.check(customer);
    if (!errors.isEmpty()) {
      throw new InvalidInputException(errors);
    }
    putAll(List.of(customer));
  }

  /** Stores those of a batch that can be stored. */
  public List<RowOutcome> putAll(List<CustomerData> customers) {
    Instant now = clock.instant();
    var outcomes = new ArrayList<RowOutcome>(customers.size());
    Map<String, CustomerData> valid = new HashMap<>();
    for (int row = 0; row < customers.size(); row++) {
      CustomerData customer = customers.get(row);
      List<FieldError> errors = RecordCheck.check(customer);
      RowStatus status = errors.isEmpty() ? RowStatus.ACCEPTED : RowStatus.QUARANTINED;
      outcomes.add(new RowOutcome(row, status, customer.id(), errors));
      if (errors.isEmpty()) {
        valid.put(customer.id(), customer);
      }
    }
    Map<String, Customer> known = store.findAll(valid.keySet());
    valid.forEach(
        (id, data) -> {
          Customer customer = known.get(id);
          if (customer == null) {
            customer = new Customer(id);
            customer.replace(data, now);
            store.add(customer);
          } else {
            customer.replace(data, now);
          }
        });
    return outcomes;
  }

  /** Those that exist, by id; a thousand ids at most. */
  public Map<String, CustomerData> findAll(Collection<String> ids) {
    var found = new HashMap<String, CustomerData>();
    store.findAll(ids).forEach((id, kept) -> found.put(id, kept.data()));
    return found;
  }

  /** One customer. */
  public Optional<CustomerData> find(String id) {
    return store.find(id).map(Customer::data);
  }

  /**
   * A page of customers by id.
   *
   * @param text that id, name or e-mail contain; null for all
   * @param cursor null for the first page
   * @param limit 1 to 500
   */
  public CustomerPage list(String text, String cursor, int limit) {
    int size = Math.clamp(limit, 1, 500);
    List<Customer> found = store.list(text, cursor, size);
    List<CustomerData> items = found.stream().limit(size).map(Customer::data).toList();
    return new CustomerPage(items, found.size() > size ? items.getLast().id() : null);
  }

  /**
   * Removes a customer, also from what is kept for undoing imports, and tells who keeps more of the
   * person; answers whether there was one.
   */
  public boolean delete(String id) {
    Optional<Customer> customer = store.find(id);
    // First: whoever keeps more of the person may still look at who it is.
    ended.fire(PersonalUseEnded.erased(Circle.around(id, null, identities).subjects()));
    customer.ifPresent(store::remove);
    changes.forgetRecord(ImportKind.CUSTOMERS, id);
    return customer.isPresent();
  }

  /** How many there are. */
  public long count() {
    return store.count();
  }
}
