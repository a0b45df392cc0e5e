package io.shopkeeper.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes the files that the shop imports. */
final class ShopWriter {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final CSVFormat CSV = CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();

  private final Path folder;

  ShopWriter(Path folder) throws IOException {
    this.folder = folder;
    Files.createDirectories(folder.resolve("media"));
  }

  void pictures(List<Product> products) throws IOException {
    var picture = new Picture();
    for (Product product : products) {
      Files.writeString(folder.resolve("media").resolve(product.picture()), picture.draw(product));
    }
  }

  void products(List<Product> products) throws IOException {
    try (CSVPrinter out =
        table(
            "products.csv",
            "id,titleEn,titleZh,descriptionEn,descriptionZh,categoryPath,brand,price,currency,stock,attributes,imageUrl")) {
      for (Product product : products) {
        ObjectNode attributes = JSON.createObjectNode();
        attributes.put("colour", product.colour().en());
        out.printRecord(
            product.id(),
            product.titleEn(),
            product.titleZh(),
            product.descriptionEn(),
            product.descriptionZh(),
            product.type().path(),
            product.brandEn(),
            product.price(),
            "EUR",
            product.stock(),
            attributes,
            "/media/" + product.picture());
      }
    }
  }

  void customers(List<Customer> customers) throws IOException {
    try (CSVPrinter out = table("customers.csv", "id,name,email,locale,region,registeredAt")) {
      for (Customer customer : customers) {
        out.printRecord(
            customer.id(),
            customer.name(),
            customer.email(),
            customer.locale(),
            customer.region(),
            customer.registeredAt());
      }
    }
  }

  void orders(List<Order> orders) throws IOException {
    try (BufferedWriter out =
        Files.newBufferedWriter(folder.resolve("orders.jsonl"), StandardCharsets.UTF_8)) {
      for (Order order : orders) {
        ObjectNode json = JSON.createObjectNode();
        json.put("id", order.id());
        json.put("customerId", order.customerId());
        json.put("status", order.status());
        json.put("placedAt", order.placedAt().toString());
        json.put("currency", "EUR");
        json.put("channel", order.channel());
        json.put("trackingNumber", order.trackingNumber());
        json.put("expectedAt", order.expectedAt().toString());
        var lines = json.putArray("lines");
        for (Order.Line line : order.lines()) {
          lines
              .addObject()
              .put("productId", line.productId())
              .put("quantity", line.quantity())
              .put("unitPrice", line.unitPrice().toPlainString());
        }
        out.write(JSON.writeValueAsString(json));
        out.write('\n');
      }
    }
  }

  void events(List<Event> events) throws IOException {
    try (CSVPrinter out =
        table(
            "events.csv",
            "eventId,type,customerId,visitorId,productId,value,channel,sessionId,context,time")) {
      for (Event event : events) {
        out.printRecord(
            event.id(),
            event.type(),
            event.customerId(),
            event.visitorId(),
            event.productId(),
            event.value(),
            event.channel(),
            event.sessionId(),
            event.context(),
            event.time());
      }
    }
  }

  void ratings(List<Rating> ratings) throws IOException {
    try (CSVPrinter out = table("ratings.csv", "user,item,rating,time")) {
      for (Rating rating : ratings) {
        out.printRecord(rating.customerId(), rating.productId(), rating.stars(), rating.time());
      }
    }
  }

  /** Payments of the past, as they are imported. */
  void transactions(List<Payment> payments) throws IOException {
    try (CSVPrinter out =
        table(
            "transactions.csv",
            "id,orderId,customerId,amount,currency,method,cardFingerprint,device,ip,country,status,outcome,time")) {
      for (Payment payment : payments) {
        out.printRecord(
            payment.id(),
            payment.orderId(),
            payment.customerId(),
            payment.amount(),
            "EUR",
            payment.method(),
            payment.card(),
            payment.wallet().device(),
            payment.wallet().ip(),
            payment.wallet().country(),
            payment.status(),
            payment.outcome(),
            payment.time());
      }
    }
  }

  /** Payments as the shop asks about them, in their order, a line each. */
  void questions(List<Payment> payments) throws IOException {
    try (BufferedWriter out =
        Files.newBufferedWriter(folder.resolve("payments.jsonl"), StandardCharsets.UTF_8)) {
      for (Payment payment : payments) {
        ObjectNode json = JSON.createObjectNode();
        json.put("id", payment.id());
        json.put("orderId", payment.orderId());
        json.put("customerId", payment.customerId());
        json.put("amount", payment.amount().toPlainString());
        json.put("currency", "EUR");
        json.put("method", payment.method());
        json.put("cardFingerprint", payment.card());
        json.put("device", payment.wallet().device());
        json.put("ip", payment.wallet().ip());
        json.put("country", payment.wallet().country());
        json.put("email", payment.wallet().email());
        json.put("shippingAddress", payment.wallet().address());
        json.put("shippingCountry", payment.wallet().toCountry());
        json.put("status", payment.status().toUpperCase(Locale.ROOT));
        json.put("time", payment.time().toString());
        out.write(JSON.writeValueAsString(json));
        out.write('\n');
      }
    }
  }

  private CSVPrinter table(String name, String header) throws IOException {
    var printer =
        new CSVPrinter(Files.newBufferedWriter(folder.resolve(name), StandardCharsets.UTF_8), CSV);
    printer.printRecord((Object[]) header.split(","));
    return printer;
  }
}
