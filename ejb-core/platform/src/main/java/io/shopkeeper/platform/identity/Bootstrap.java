package io.shopkeeper.platform.identity;

import io.shopkeeper.platform.boundary.ApiKeys;
import io.shopkeeper.platform.boundary.IdentityTokens;
import io.shopkeeper.platform.boundary.People;
import io.shopkeeper.platform.boundary.Role;
import io.shopkeeper.platform.boundary.Scope;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.util.EnumSet;

/**
 * The first administrator and the command line's key, where the environment brings them: a fresh
 * shop has nobody who could make the first by hand.
 */
@Singleton
@Startup
@DependsOn("AuditStartup")
public class Bootstrap {

  private static final System.Logger LOG = System.getLogger(Bootstrap.class.getName());

  @Inject private People people;
  @Inject private ApiKeys keys;
  @Inject private IdentityTokens tokens;

  @PostConstruct
  void begin() {
    makeSecrets();
    String password = System.getenv("SHOPKEEPER_BOOTSTRAP_ADMIN_PASSWORD");
    if (password != null && !password.isBlank() && people.isEmpty()) {
      people.create("admin", password, EnumSet.of(Role.ADMIN), "first start");
      LOG.log(System.Logger.Level.INFO, "SHOP-0002 the first administrator was made");
    }
    String key = System.getenv("SHOPKEEPER_BOOTSTRAP_API_KEY");
    if (key != null && !key.isBlank()) {
      keys.adopt(key, "Command line", EnumSet.allOf(Scope.class));
    }
  }

  /** Here, where nobody else is: two first visitors at once would make them twice. */
  private void makeSecrets() {
    keys.storefrontKey();
    tokens.prepare();
  }
}
