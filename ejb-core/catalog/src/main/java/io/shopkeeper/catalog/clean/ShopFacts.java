package io.shopkeeper.catalog.clean;

import io.shopkeeper.catalog.boundary.CategoryCount;
import io.shopkeeper.catalog.boundary.CustomerData;
import io.shopkeeper.catalog.boundary.ImportKind;
import io.shopkeeper.catalog.boundary.ProductData;
import io.shopkeeper.catalog.boundary.ProductQuery;
import io.shopkeeper.catalog.boundary.Products;
import io.shopkeeper.catalog.clean.step.ShopKnowledge;
import io.shopkeeper.catalog.customer.CustomerStore;
import io.shopkeeper.catalog.entity.Customer;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.SettingDefinition;
import io.shopkeeper.platform.boundary.Settings;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What cleaning may know of the shop: its settings, its categories, some of its rows. */
@Dependent
public class ShopFacts implements ShopKnowledge {

  /** The setting that says where the shop is. */
  public static final String ZONE = "shop.zone";

  /** The setting that says which currency it has. */
  public static final String CURRENCY = "shop.currency";

  private static final int MOST = 20_000;
  private static final int PAGE = 500;

  @Inject private Products products;
  @Inject private CustomerStore customers;
  @Inject private Settings settings;

  /** Lets people say where the shop is. */
  public static void offer(Settings settings) {
    settings.offer(
        SettingDefinition.timeZone(ZONE, "UTC").ownedBy(ShopFacts.class),
        SettingDefinition.currency(CURRENCY, "EUR").ownedBy(ShopFacts.class));
  }

  @Override
  public ZoneId zone() {
    try {
      return settings.find(ZONE).map(ZoneId::of).orElse(ZoneId.of("UTC"));
    } catch (DateTimeException unknown) {
      return ZoneId.of("UTC");
    }
  }

  @Override
  public String currency() {
    return settings.find(CURRENCY).orElse("EUR");
  }

  /**
   * Keeps zone and currency.
   *
   * @throws InvalidInputException if there is no such zone or currency
   * @throws io.shopkeeper.platform.boundary.ConflictException if the environment sets them
   */
  public void save(String zone, String currency, String by) {
    if (!ZoneId.getAvailableZoneIds().contains(zone)) {
      throw InvalidInputException.of("zone", "must be a time zone such as Europe/Berlin or UTC");
    }
    boolean known =
        Currency.getAvailableCurrencies().stream()
            .anyMatch(one -> one.getCurrencyCode().equals(currency));
    if (!known) {
      throw InvalidInputException.of("currency", "must be an ISO 4217 code such as EUR or CNY");
    }
    settings.changeAll(Map.of(ZONE, zone, CURRENCY, currency), by);
  }

  @Override
  public Set<String> categories() {
    return products.categories().stream()
        .map(CategoryCount::categoryPath)
        .collect(Collectors.toSet());
  }

  @Override
  public void examples(ImportKind kind, Consumer<Map<String, String>> visitor) {
    switch (kind) {
      case PRODUCTS -> products(visitor);
      case CUSTOMERS -> customers(visitor);
      default -> {}
    }
  }

  private void products(Consumer<Map<String, String>> visitor) {
    String cursor = null;
    for (int seen = 0; seen < MOST; seen += PAGE) {
      var page = products.list(new ProductQuery(null, null, cursor, PAGE, false));
      page.items().forEach(product -> visitor.accept(fields(product)));
      cursor = page.nextCursor();
      if (cursor == null) {
        return;
      }
    }
  }

  private void customers(Consumer<Map<String, String>> visitor) {
    String cursor = null;
    for (int seen = 0; seen < MOST; seen += PAGE) {
      List<CustomerData> page =
          customers.list(null, cursor, PAGE).stream().map(Customer::data).limit(PAGE).toList();
      page.forEach(customer -> visitor.accept(fields(customer)));
      if (page.size() < PAGE) {
        return;
      }
      cursor = page.getLast().id();
    }
  }

  private static Map<String, String> fields(ProductData product) {
    var fields = new LinkedHashMap<String, String>();
    put(fields, "id", product.id());
    put(fields, "titleEn", product.titleEn());
    put(fields, "titleZh", product.titleZh());
    put(fields, "categoryPath", product.categoryPath());
    put(fields, "brand", product.brand());
    put(fields, "price", product.price().toPlainString());
    put(fields, "currency", product.currency());
    put(fields, "stock", Integer.toString(product.stock()));
    return fields;
  }

  private static Map<String, String> fields(CustomerData customer) {
    var fields = new LinkedHashMap<String, String>();
    put(fields, "id", customer.id());
    put(fields, "name", customer.name());
    put(fields, "email", customer.email());
    put(fields, "phone", customer.phone());
    put(fields, "region", customer.region());
    return fields;
  }

  private static void put(Map<String, String> fields, String name, String value) {
    if (value != null) {
      fields.put(name, value);
    }
  }
}
