package io.shopkeeper.catalog.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.shopkeeper.catalog.boundary.BehaviourEvent;
import io.shopkeeper.catalog.boundary.BehaviourEvents;
import io.shopkeeper.catalog.boundary.CustomerData;
import io.shopkeeper.catalog.boundary.Customers;
import io.shopkeeper.catalog.boundary.FaqData;
import io.shopkeeper.catalog.boundary.Faqs;
import io.shopkeeper.catalog.boundary.ImageData;
import io.shopkeeper.catalog.boundary.ImportKind;
import io.shopkeeper.catalog.boundary.OrderData;
import io.shopkeeper.catalog.boundary.Orders;
import io.shopkeeper.catalog.boundary.ProductData;
import io.shopkeeper.catalog.boundary.Products;
import io.shopkeeper.catalog.boundary.ReviewData;
import io.shopkeeper.catalog.boundary.Reviews;
import io.shopkeeper.catalog.boundary.RowOutcome;
import io.shopkeeper.catalog.boundary.TransactionData;
import io.shopkeeper.catalog.boundary.Transactions;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Where the records of each kind are kept: stored, looked at as they were, put back. */
@Dependent
public class Shelves {

  private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

  @Inject private Products products;
  @Inject private Customers customers;
  @Inject private Orders orders;
  @Inject private BehaviourEvents events;
  @Inject private Reviews reviews;
  @Inject private Transactions transactions;
  @Inject private Faqs faqs;
  @Inject private ProductPictures pictures;
  @Inject private ChangeStore times;

  /**
   * Stores records within the caller's transaction.
   *
   * @param importId which import they belong to; null for none
   * @return an outcome for each
   */
  List<RowOutcome> put(ImportKind kind, List<Object> records, Long importId) {
    return switch (kind) {
      case PRODUCTS -> products.putAll(cast(records, ProductData.class));
      case CUSTOMERS -> customers.putAll(cast(records, CustomerData.class));
      case ORDERS -> orders.putAll(cast(records, OrderData.class));
      case EVENTS, RATINGS -> events.store(cast(records, BehaviourEvent.class), importId);
      case REVIEWS -> reviews.putAll(cast(records, ReviewData.class));
      case TRANSACTIONS -> transactions.putAll(cast(records, TransactionData.class));
      case FAQ -> faqs.putAll(cast(records, FaqData.class));
      case IMAGES -> pictures.putAll(cast(records, ImageData.class));
    };
  }

  private static <T> List<T> cast(List<Object> records, Class<T> type) {
    return records.stream().map(type::cast).toList();
  }

  /** The kind whose records change when a kind is imported; events never change. */
  static ImportKind touched(ImportKind kind) {
    return kind == ImportKind.IMAGES ? ImportKind.PRODUCTS : kind;
  }

  /** Whether records of the kind are replaced by later ones with the same id. */
  static boolean replaces(ImportKind kind) {
    return kind != ImportKind.EVENTS && kind != ImportKind.RATINGS;
  }

  /** The ids that records touch. */
  static Set<String> ids(List<Object> records) {
    var ids = new TreeSet<String>();
    for (Object record : records) {
      ids.add(
          switch (record) {
            case ProductData product -> product.id();
            case CustomerData customer -> customer.id();
            case OrderData order -> order.id();
            case ReviewData review -> review.id();
            case TransactionData transaction -> transaction.id();
            case FaqData faq -> faq.id();
            case ImageData image -> image.productId();
            case BehaviourEvent event -> event.eventId();
            default -> throw new IllegalStateException("unknown record " + record.getClass());
          });
    }
    return ids;
  }

  /** What records are before they are touched. */
  ChangeStore.Before before(ImportKind kind, Set<String> ids) {
    return new ChangeStore.Before(snapshots(kind, ids), changedAt(kind, ids));
  }

  /** Those of the records that exist, as JSON by id. */
  private Map<String, String> snapshots(ImportKind kind, Set<String> ids) {
    Map<String, ?> records =
        switch (kind) {
          case PRODUCTS, IMAGES -> products.findAll(ids);
          case CUSTOMERS -> customers.findAll(ids);
          case ORDERS -> orders.findAll(ids);
          case REVIEWS -> reviews.findAll(ids);
          case TRANSACTIONS -> transactions.findAll(ids);
          case FAQ -> faqs.findAll(ids);
          case EVENTS, RATINGS -> Map.of();
        };
    var snapshots = new HashMap<String, String>();
    records.forEach((id, record) -> snapshots.put(id, write(record)));
    return snapshots;
  }

  /** When each of the records that exist was last changed, in milliseconds since 1970. */
  Map<String, Long> changedAt(ImportKind kind, Set<String> ids) {
    return times.lastChanged(kind, ids);
  }

  /** Puts records back as they were. */
  void restore(ImportKind kind, List<String> snapshots) {
    put(kind, snapshots.stream().map(json -> read(kind, json)).toList(), null);
  }

  /** Takes a record away. */
  void remove(ImportKind kind, String id) {
    switch (kind) {
      case PRODUCTS, IMAGES -> products.delete(id);
      case CUSTOMERS -> customers.delete(id);
      case ORDERS -> orders.delete(id);
      case REVIEWS -> reviews.delete(id);
      case TRANSACTIONS -> transactions.delete(id);
      case FAQ -> faqs.delete(id);
      case EVENTS, RATINGS -> throw new IllegalArgumentException("events go by import");
    }
  }

  private static Object read(ImportKind kind, String json) {
    try {
      return JSON.readValue(json, type(kind));
    } catch (JsonProcessingException damaged) {
      throw new IllegalStateException("a kept record is damaged", damaged);
    }
  }

  private static Class<?> type(ImportKind kind) {
    return switch (kind) {
      case PRODUCTS, IMAGES -> ProductData.class;
      case CUSTOMERS -> CustomerData.class;
      case ORDERS -> OrderData.class;
      case REVIEWS -> ReviewData.class;
      case TRANSACTIONS -> TransactionData.class;
      case FAQ -> FaqData.class;
      case EVENTS, RATINGS -> BehaviourEvent.class;
    };
  }

  private static String write(Object record) {
    try {
      return JSON.writeValueAsString(record);
    } catch (JsonProcessingException problem) {
      throw new IllegalArgumentException("cannot be written as JSON", problem);
    }
  }
}
