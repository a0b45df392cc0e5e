package io.shopkeeper.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopkeeper.cli.CommandFailedException;
import io.shopkeeper.cli.server.ApiClient;
import java.util.Optional;

/** Asks the running shop to verify its audit chain, and words the verdict. */
final class AuditCheck {

  private AuditCheck() {}

  /**
   * What was found.
   *
   * @param broken whether records were tampered with
   */
  record Finding(String text, boolean broken) {}

  /** Asks, if there is a shop to ask. */
  static Finding of(Optional<ApiClient> shop) {
    if (shop.isEmpty() || shop.get().health().isEmpty()) {
      return new Finding(
          "not checked: the shop is not running; start it with ./shopkeeper run and ask again",
          false);
    }
    try {
      return read(shop.get().get("audit/verdict"));
    } catch (CommandFailedException refused) {
      return new Finding("not checked: " + refused.getMessage(), false);
    }
  }

  static Finding read(JsonNode verdict) {
    String message = verdict.path("message").asText();
    if (verdict.path("intact").asBoolean()) {
      return new Finding("ok: " + message, false);
    }
    return new Finding(
        "BROKEN (%s after %d good records): %s"
            .formatted(verdict.path("fault").asText(), verdict.path("records").asLong(), message),
        true);
  }
}
