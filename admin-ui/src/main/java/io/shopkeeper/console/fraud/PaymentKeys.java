package io.shopkeeper.console.fraud;

import io.shopkeeper.console.access.Me;
import io.shopkeeper.console.frame.Asked;
import io.shopkeeper.console.frame.Say;
import io.shopkeeper.fraud.boundary.Masked;
import io.shopkeeper.platform.boundary.AuditTrail;
import io.shopkeeper.platform.boundary.Right;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/**
 * Cards, devices and addresses as the reader may see them: as they are, masked, or shown once for a
 * reason that is in the audit log.
 */
@Named("paymentKeys")
@RequestScoped
public class PaymentKeys {

  private static final int SHORTEST = 5;
  private static final int LONGEST = 200;

  @Inject private AuditTrail audit;
  @Inject private Asked asked;
  @Inject private Me me;
  @Inject private Say say;

  private boolean revealed;

  /** Shows them in this answer, if the button was pressed with a reason. */
  public void act() {
    asked.act("reveal").ifPresent(this::reveal);
  }

  private void reveal(String kind) {
    me.require(Right.REVEAL_PAYMENT_KEYS);
    String reason = asked.text("reason").orElse("").strip();
    if (reason.length() < SHORTEST || reason.length() > LONGEST) {
      say.bad("keys.wrong");
      return;
    }
    String subject = ("attempt".equals(kind) ? "sign-in " : "transaction ");
    audit.record(me.getName(), "keys.reveal", subject + asked.text("id").orElse(""), reason);
    revealed = true;
    say.ok("keys.revealed");
  }

  /** Whether the reader sees them masked. */
  public boolean isMasked() {
    return !revealed && !me.may(Right.SEE_PAYMENT_KEYS.name());
  }

  /** Whether the reader may have them shown. */
  public boolean isRevealable() {
    return isMasked() && me.may(Right.REVEAL_PAYMENT_KEYS.name());
  }

  /** One of them as the reader may see it; a dash for none. */
  public String show(String key) {
    if (key == null || key.isBlank()) {
      return "–";
    }
    return isMasked() ? Masked.key(key) : key;
  }
}
