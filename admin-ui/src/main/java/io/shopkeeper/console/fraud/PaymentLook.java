package io.shopkeeper.console.fraud;

import io.shopkeeper.catalog.boundary.TransactionOutcome;
import io.shopkeeper.console.frame.Formats;
import io.shopkeeper.console.frame.Reader;
import io.shopkeeper.console.frame.Words;
import io.shopkeeper.console.ledger.Cells;
import io.shopkeeper.console.shop.Links;
import io.shopkeeper.fraud.boundary.DecidedPayment;
import io.shopkeeper.fraud.boundary.Outcome;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.NumberFormat;

/** How decisions look wherever they are shown. */
@Named
@RequestScoped
public class PaymentLook {

  @Inject private Cells cells;
  @Inject private Words words;
  @Inject private Formats formats;
  @Inject private Reader reader;

  /** How an outcome looks. */
  public String tone(Outcome outcome) {
    return switch (outcome) {
      case ALLOW -> "ok";
      case CHALLENGE -> "info";
      case REVIEW -> "warn";
      case BLOCK -> "bad";
    };
  }

  /** How what a payment turned out to be looks. */
  public String tone(TransactionOutcome label) {
    return label == TransactionOutcome.CLEARED ? "ok" : "bad";
  }

  /** What it turned out to be; a dash while nobody knows. */
  public String label(TransactionOutcome label) {
    return label == null ? "–" : words.of("paymentLabel", label);
  }

  /** The score as percent; a dash without a model. */
  public String score(Double score) {
    return score == null ? "–" : formats.share(score);
  }

  /** The amount; empty where the payment was removed. */
  public String amount(DecidedPayment payment) {
    return payment.amount() == null ? "" : cells.money(payment.amount(), payment.currency()).text();
  }

  /** A number with four decimals at most. */
  public String value(double number) {
    NumberFormat format = NumberFormat.getInstance(reader.getLocale());
    format.setMaximumFractionDigits(4);
    return format.format(number);
  }

  /** Where a payment is shown. */
  public String url(String id) {
    return Links.url("payment", id);
  }
}
