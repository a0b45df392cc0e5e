package io.shopkeeper.integration.store;

import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

class AuditChainOnH2IT extends AuditChainSuite {

  @Override
  DataSource open() {
    var database = new JdbcDataSource();
    database.setURL(
        "jdbc:h2:mem:audit;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000");
    database.setUser("sa");
    return database;
  }
}
