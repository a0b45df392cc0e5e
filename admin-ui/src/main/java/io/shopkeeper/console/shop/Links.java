package io.shopkeeper.console.shop;

import io.shopkeeper.console.ledger.LedgerCell;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Ids that lead to what they name. */
public final class Links {

  private Links() {}

  /** A product; null for none. */
  public static LedgerCell product(String id) {
    return id == null ? LedgerCell.none() : LedgerCell.codeLink(id, url("product", id));
  }

  /** A customer; null for none. */
  public static LedgerCell customer(String id) {
    return id == null ? LedgerCell.none() : LedgerCell.codeLink(id, url("customer", id));
  }

  /** An order. */
  public static LedgerCell order(String id) {
    return LedgerCell.codeLink(id, url("order", id));
  }

  /** The address of a page about something. */
  public static String url(String page, String id) {
    return page + "?id=" + URLEncoder.encode(id, StandardCharsets.UTF_8);
  }
}
