package io.shopkeeper.catalog.list;

import io.shopkeeper.platform.boundary.list.ListPage;
import io.shopkeeper.platform.boundary.list.ListQuery;
import io.shopkeeper.platform.boundary.list.ListTable;
import io.shopkeeper.platform.boundary.list.RowCount;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.SQLException;

/** Reads lists within the caller's transaction. */
@Dependent
public class ListStore {

  @PersistenceContext(unitName = "catalog")
  private EntityManager entities;

  protected ListStore() {}

  /** For tests that bring their own entity manager. */
  public ListStore(EntityManager entities) {
    this.entities = entities;
  }

  /** A page of a table. */
  public <T> ListPage<T> page(ListTable<T> table, ListQuery query) {
    try {
      return table.page(connection(), query);
    } catch (SQLException problem) {
      throw new PersistenceException("a list could not be read", problem);
    }
  }

  /** How many rows of a table fit. */
  public RowCount count(ListTable<?> table, ListQuery query) {
    try {
      return table.count(connection(), query);
    } catch (SQLException problem) {
      throw new PersistenceException("a list could not be counted", problem);
    }
  }

  private Connection connection() {
    return entities.unwrap(Connection.class);
  }
}
