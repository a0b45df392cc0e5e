package io.shopkeeper.console.ledger;

import io.shopkeeper.console.frame.Formats;
import io.shopkeeper.console.frame.Reader;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.util.Currency;

/** Cells as this reader writes numbers, times and money. */
@RequestScoped
public class Cells {

  @Inject private Formats formats;
  @Inject private Reader reader;

  /** A count. */
  public LedgerCell number(Number number) {
    return number == null ? LedgerCell.none() : LedgerCell.text(formats.count(number), number);
  }

  /** A measure with its decimals. */
  public LedgerCell decimal(Double number) {
    return number == null
        ? LedgerCell.none()
        : LedgerCell.text(NumberFormat.getInstance(reader.getLocale()).format(number), number);
  }

  /** A time. */
  public LedgerCell time(Instant instant) {
    return instant == null ? LedgerCell.none() : LedgerCell.text(formats.time(instant), instant);
  }

  /** An amount of money. */
  public LedgerCell money(BigDecimal amount, String currency) {
    NumberFormat format = NumberFormat.getCurrencyInstance(reader.getLocale());
    try {
      format.setCurrency(Currency.getInstance(currency));
    } catch (IllegalArgumentException unknown) {
      return LedgerCell.text(currency + " " + amount.toPlainString(), amount.toPlainString());
    }
    return LedgerCell.text(format.format(amount), amount.toPlainString());
  }
}
