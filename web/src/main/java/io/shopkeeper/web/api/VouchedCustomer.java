package io.shopkeeper.web.api;

import io.shopkeeper.catalog.boundary.person.Actor;
import io.shopkeeper.catalog.boundary.person.Door;
import io.shopkeeper.platform.boundary.IdentityTokens;
import io.shopkeeper.platform.boundary.InvalidInputException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Which customer a call may speak for: servers for all, pages for the one that a token names. */
@ApplicationScoped
public class VouchedCustomer {

  /** How a page names the customer of its token. */
  static final String OWN = "me";

  @Inject private IdentityTokens tokens;
  @Inject private CurrentCaller caller;

  /**
   * The customer that is meant.
   *
   * @param id as the address has it; a page may write {@value #OWN}
   * @param token of the header {@code Shopkeeper-Identity}; null if there is none
   * @throws InvalidInputException if a page may not speak for that customer
   */
  String require(String id, String token) {
    if (!caller.isPage()) {
      return id;
    }
    Optional<String> proven = token == null ? Optional.empty() : tokens.verify(token);
    return proven
        .filter(customer -> id.equals(OWN) || id.equals(customer))
        .orElseThrow(
            () ->
                InvalidInputException.of(
                    "/customer",
                    "a page may name a customer only with that customer's token in"
                        + " Shopkeeper-Identity"));
  }

  /** Who acts. */
  Actor actor() {
    Door door = caller.isPage() ? Door.PAGE : caller.isPerson() ? Door.CONSOLE : Door.SHOP;
    return new Actor(caller.name(), door);
  }
}
