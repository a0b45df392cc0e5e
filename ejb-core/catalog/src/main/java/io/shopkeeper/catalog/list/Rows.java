package io.shopkeeper.catalog.list;

import io.shopkeeper.catalog.boundary.BehaviourEvent;
import io.shopkeeper.catalog.boundary.CustomerData;
import io.shopkeeper.catalog.boundary.EventType;
import io.shopkeeper.catalog.boundary.ImportKind;
import io.shopkeeper.catalog.boundary.OrderRow;
import io.shopkeeper.catalog.boundary.OrderStatus;
import io.shopkeeper.catalog.boundary.ProductRow;
import io.shopkeeper.catalog.boundary.QuarantinedRow;
import io.shopkeeper.catalog.clean.JsonColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** Reads rows in the order of the columns that {@link Tables} names. */
final class Rows {

  private Rows() {}

  static BehaviourEvent event(ResultSet row) throws SQLException {
    double value = row.getDouble(6);
    Double presentValue = row.wasNull() ? null : (Double) value;
    return new BehaviourEvent(
        row.getString(1),
        EventType.valueOf(row.getString(2)),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        presentValue,
        row.getString(7),
        row.getString(8),
        row.getString(9),
        Instant.ofEpochMilli(row.getLong(10)));
  }

  static ProductRow product(ResultSet row) throws SQLException {
    return new ProductRow(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getBigDecimal(6),
        row.getString(7),
        row.getInt(8),
        "Y".equals(row.getString(9)),
        Instant.ofEpochMilli(row.getLong(10)));
  }

  static CustomerData customer(ResultSet row) throws SQLException {
    long registered = row.getLong(7);
    Instant registeredAt = row.wasNull() ? null : Instant.ofEpochMilli(registered);
    return new CustomerData(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        registeredAt);
  }

  static OrderRow order(ResultSet row) throws SQLException {
    return new OrderRow(
        row.getString(1),
        row.getString(2),
        OrderStatus.valueOf(row.getString(3)),
        Instant.ofEpochMilli(row.getLong(4)),
        row.getString(5),
        row.getString(6),
        row.getBigDecimal(7));
  }

  static QuarantinedRow aside(ResultSet row) throws SQLException {
    long importId = row.getLong(2);
    Long presentImport = row.wasNull() ? null : (Long) importId;
    return new QuarantinedRow(
        row.getLong(1),
        presentImport,
        ImportKind.valueOf(row.getString(3)),
        row.getLong(4),
        row.getString(5),
        JsonColumn.readErrors(row.getString(6)),
        Instant.ofEpochMilli(row.getLong(7)));
  }
}
