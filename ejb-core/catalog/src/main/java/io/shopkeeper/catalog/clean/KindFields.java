package io.shopkeeper.catalog.clean;

import io.shopkeeper.catalog.boundary.ImportKind;
import java.util.List;

/** The fields of each kind, in the order of forms. */
public final class KindFields {

  private KindFields() {}

  /** The fields of a kind. */
  public static List<String> of(ImportKind kind) {
    return switch (kind) {
      case PRODUCTS ->
          List.of(
              "id",
              "titleEn",
              "titleZh",
              "descriptionEn",
              "descriptionZh",
              "categoryPath",
              "brand",
              "price",
              "currency",
              "stock",
              "attributes",
              "imageUrl",
              "active",
              "availableFrom");
      case CUSTOMERS -> List.of("id", "name", "email", "phone", "locale", "region", "registeredAt");
      case ORDERS ->
          List.of(
              "id",
              "customerId",
              "status",
              "placedAt",
              "currency",
              "channel",
              "trackingNumber",
              "expectedAt",
              "lines");
      default ->
          List.of(
              "eventId",
              "type",
              "customerId",
              "visitorId",
              "productId",
              "value",
              "channel",
              "sessionId",
              "context",
              "time");
    };
  }
}
