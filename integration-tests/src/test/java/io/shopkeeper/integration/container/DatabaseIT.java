package io.shopkeeper.integration.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopkeeper.catalog.boundary.Products;
import io.shopkeeper.chatbot.boundary.Chat;
import io.shopkeeper.platform.boundary.ApiKeyView;
import io.shopkeeper.platform.boundary.ApiKeys;
import io.shopkeeper.platform.boundary.AuditTrail;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.Jobs;
import io.shopkeeper.platform.boundary.KeyKind;
import io.shopkeeper.platform.boundary.KeyOrder;
import io.shopkeeper.platform.boundary.People;
import io.shopkeeper.platform.boundary.PersonView;
import io.shopkeeper.platform.boundary.Scope;
import jakarta.annotation.Resource;
import jakarta.ejb.EJBException;
import jakarta.inject.Inject;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Schema and transactions: all modules share one connection, and what fails leaves nothing. */
@Tag("in-container")
@ExtendWith(ArquillianExtension.class)
class DatabaseIT {

  @Resource(lookup = "java:app/jdbc/ShopDS")
  private DataSource database;

  @Inject private UserTransaction transaction;
  @Inject private ApiKeys keys;
  @Inject private AuditTrail audit;
  @Inject private Chat chat;
  @Inject private Jobs jobs;
  @Inject private People people;
  @Inject private Products products;
  @Inject private Heard heard;

  @Deployment
  static EnterpriseArchive application() {
    return Application.with(DatabaseIT.class, Heard.class, Rows.class);
  }

  /** What was written through three modules. */
  record Rows(String key, String product, String session) {}

  @Test
  void migrationsRanBeforeAnythingWasRead() throws Exception {
    assertThat(number("SELECT COUNT(*) FROM flyway_schema_history WHERE NOT success")).isZero();
    assertThat(number("SELECT COUNT(*) FROM flyway_schema_history")).isPositive();
    // A start-up bean made this person through EclipseLink, on a database that was empty.
    assertThat(people.list()).extracting(PersonView::username).contains("admin");
  }

  @Test
  void allModulesShareOneConnection() throws Exception {
    transaction.begin();
    try {
      Rows rows = write("shared");
      // A query sends what its unit has written so far.
      assertThat(found(rows)).isTrue();
      assertThat(rowsOf(rows)).as("seen by plain JDBC before the commit").isEqualTo(3);
    } finally {
      transaction.rollback();
    }
  }

  @Test
  void aCommitKeepsTheRowsOfAllModules() throws Exception {
    transaction.begin();
    Rows rows = write("kept");
    transaction.commit();
    assertThat(found(rows)).isTrue();
    assertThat(rowsOf(rows)).isEqualTo(3);
  }

  @Test
  void aRefusalInOneModuleTakesTheRowsOfAllBack() throws Exception {
    transaction.begin();
    Rows rows = write("refused");
    assertThatThrownBy(() -> people.create("X", "short", Set.of(), "test"))
        .isInstanceOf(InvalidInputException.class);
    assertThat(transaction.getStatus()).isEqualTo(Status.STATUS_MARKED_ROLLBACK);
    assertThatThrownBy(transaction::commit).isInstanceOf(RollbackException.class);
    assertThat(rowsOf(rows)).isZero();
  }

  @Test
  void anUnexpectedErrorTakesTheRowsOfAllBack() throws Exception {
    transaction.begin();
    Rows rows = write("broken");
    assertThatThrownBy(() -> jobs.submit("nobody does this", "a job", Map.of(), "test"))
        .isInstanceOf(EJBException.class);
    assertThatThrownBy(transaction::commit).isInstanceOf(RollbackException.class);
    assertThat(rowsOf(rows)).isZero();
  }

  @Test
  void aFailureOfTheDatabaseTakesTheRowsOfAllBack() throws Exception {
    change("ALTER TABLE audit_record ADD CONSTRAINT planted CHECK (act <> 'planted')");
    try {
      transaction.begin();
      Rows rows = write("unlucky");
      assertThatThrownBy(
              () -> {
                audit.record("test", "planted", "what the table refuses", "");
                transaction.commit();
              })
          .isInstanceOfAny(RollbackException.class, EJBException.class);
      if (transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
        transaction.rollback();
      }
      assertThat(rowsOf(rows)).isZero();
    } finally {
      change("ALTER TABLE audit_record DROP CONSTRAINT planted");
    }
  }

  @Test
  void othersHearOfAChangeAfterItsCommitOnly() throws Exception {
    transaction.begin();
    products.put(Samples.product("heard"));
    assertThat(heard.product("heard")).as("before the commit").isFalse();
    transaction.commit();
    assertThat(heard.product("heard")).as("after the commit").isTrue();

    transaction.begin();
    products.put(Samples.product("unheard"));
    transaction.rollback();
    assertThat(heard.product("unheard")).as("after a rollback").isFalse();
  }

  private Rows write(String name) {
    String key =
        keys.issue(
                new KeyOrder(name, KeyKind.SECRET, EnumSet.of(Scope.READ), Set.of(), null), "test")
            .key()
            .id();
    products.put(Samples.product(name));
    String session = chat.open(Locale.ENGLISH, null, "visitor").id();
    return new Rows(key, name, session);
  }

  private boolean found(Rows rows) {
    return keys.list().stream().map(ApiKeyView::id).anyMatch(rows.key()::equals)
        && products.count() > 0
        && products.find(rows.product()).isPresent()
        && chat.recent(500).stream().anyMatch(session -> session.id().equals(rows.session()));
  }

  private long rowsOf(Rows rows) throws SQLException {
    return number("SELECT COUNT(*) FROM api_key WHERE id = ?", rows.key())
        + number("SELECT COUNT(*) FROM product WHERE id = ?", rows.product())
        + number("SELECT COUNT(*) FROM chat_session WHERE id = ?", rows.session());
  }

  private void change(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private long number(String sql, String... parameters) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setString(i + 1, parameters[i]);
      }
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }
}
