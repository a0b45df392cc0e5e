package io.shopkeeper.integration.upgrade;

import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** H2 in memory, as the shop uses it. */
final class Memory {

  private Memory() {}

  static DataSource database(String name) {
    var database = new JdbcDataSource();
    database.setURL(
        "jdbc:h2:mem:%s;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1".formatted(name));
    database.setUser("sa");
    return database;
  }
}
