package io.shopkeeper.catalog.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopkeeper.catalog.boundary.BehaviourEvent;
import io.shopkeeper.catalog.boundary.BehaviourEvents;
import io.shopkeeper.catalog.boundary.CustomerData;
import io.shopkeeper.catalog.boundary.Customers;
import io.shopkeeper.catalog.boundary.ImportKind;
import io.shopkeeper.catalog.boundary.OrderData;
import io.shopkeeper.catalog.boundary.Orders;
import io.shopkeeper.catalog.boundary.ProductData;
import io.shopkeeper.catalog.boundary.Products;
import io.shopkeeper.catalog.clean.RowCleaners;
import io.shopkeeper.platform.boundary.FieldError;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Stores a corrected row within the caller's transaction. */
@Dependent
public class RowMender {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Inject private Products products;
  @Inject private Customers customers;
  @Inject private Orders orders;
  @Inject private BehaviourEvents events;
  @Inject private RowCleaners cleaners;
  @Inject private Clock clock;

  /** Stores the row; answers what is wrong with it, nothing if it is stored. */
  public List<FieldError> store(ImportKind kind, Map<String, String> mapping, String correctedRow) {
    ObjectNode values;
    try {
      JsonNode node = JSON.readTree(correctedRow);
      if (!(node instanceof ObjectNode object)) {
        return List.of(new FieldError("", "must be a JSON object"));
      }
      values = object;
    } catch (JsonProcessingException malformed) {
      return List.of(new FieldError("", "is not JSON: " + malformed.getOriginalMessage()));
    }
    var row = new RowSource.Row(1, values, correctedRow, Optional.empty());
    RecordReader.Result result =
        new RecordReader(kind, mapping, cleaners.open(kind), clock.instant()).read(row, false);
    if (result.errors().isEmpty()) {
      put(result.record());
    }
    return result.errors();
  }

  private void put(Object record) {
    switch (record) {
      case ProductData product -> products.put(product);
      case CustomerData customer -> customers.put(customer);
      case OrderData order -> orders.put(order);
      case BehaviourEvent event -> events.store(List.of(event));
      default -> throw new IllegalStateException("unknown record " + record.getClass());
    }
  }
}
