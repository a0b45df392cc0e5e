package io.shopkeeper.catalog.clean;

import io.shopkeeper.catalog.boundary.ImportKind;
import java.util.List;
import java.util.Map;

/** Rows that show what a pipeline does, for a kind of which nothing was imported yet. */
public final class SampleRows {

  private SampleRows() {}

  /** A few rows with what goes wrong in real files. */
  public static List<Map<String, String>> of(ImportKind kind) {
    return switch (kind) {
      case PRODUCTS ->
          List.of(
              Map.of(
                  "id",
                  "Ｐ-1001",
                  "titleEn",
                  " Ceramic  mug ",
                  "categoryPath",
                  "home > kitchen",
                  "brand",
                  "Hearth",
                  "price",
                  "€ 12,50",
                  "stock",
                  "40.0"),
              Map.of(
                  "id",
                  "P-1002",
                  "titleEn",
                  "白色马克杯",
                  "categoryPath",
                  "Home/Kitchen",
                  "brand",
                  "N/A",
                  "price",
                  "89 元",
                  "stock",
                  "12"),
              Map.of(
                  "id",
                  "P-1003",
                  "titleEn",
                  "Ceramic mug",
                  "categoryPath",
                  "Home/Kitchen",
                  "brand",
                  "Hearth",
                  "price",
                  "12.90",
                  "stock",
                  "7",
                  "attributes",
                  "weight=350 g;height=4 in"),
              Map.of(
                  "id",
                  "P-1004",
                  "titleEn",
                  "Tea pot",
                  "categoryPath",
                  "Home/Kichen",
                  "price",
                  ""));
      case CUSTOMERS ->
          List.of(
              Map.of(
                  "id",
                  "17850.0",
                  "name",
                  "Mei  Lin",
                  "email",
                  "MAILTO:Mei@Example.com",
                  "phone",
                  "0049 (0)30 1234567",
                  "registeredAt",
                  "31/12/2025 8:26"),
              Map.of(
                  "id",
                  "17851",
                  "name",
                  "Mei Lin",
                  "email",
                  "mei@example.com",
                  "phone",
                  "unknown"));
      case ORDERS ->
          List.of(
              Map.of(
                  "id",
                  "536365",
                  "customerId",
                  "17850.0",
                  "status",
                  "paid",
                  "placedAt",
                  "2010-12-01 08:26:00",
                  "currency",
                  "£",
                  "lines",
                  "[{\"productId\":\"85123A\",\"quantity\":6,\"unitPrice\":\"2.55\"}]"));
      default ->
          List.of(
              Map.of(
                  "customerId",
                  "17850.0",
                  "productId",
                  "85123A",
                  "value",
                  "4,5",
                  "time",
                  "2010-12-01 08:26:00"));
    };
  }
}
