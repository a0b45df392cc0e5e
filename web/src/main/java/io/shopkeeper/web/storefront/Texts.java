package io.shopkeeper.web.storefront;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** The storefront's words in the visitor's language. */
@Named
@RequestScoped
public class Texts {

  private static final String MESSAGES = "io.shopkeeper.web.storefront.messages";
  private static final String CATEGORIES = "io.shopkeeper.web.storefront.categories";
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  @Inject private Visit visit;

  /** All words, for pages. */
  @Produces
  @Named("t")
  public ResourceBundle words() {
    return ResourceBundle.getBundle(MESSAGES, language(), NO_FALLBACK);
  }

  /** A sentence with something put in. */
  public String format(String key, Object... values) {
    return new MessageFormat(words().getString(key), visit.getLocale()).format(values);
  }

  /** An amount as the visitor writes it. */
  public String money(BigDecimal amount, String currency) {
    NumberFormat format = NumberFormat.getCurrencyInstance(visit.getLocale());
    format.setCurrency(Currency.getInstance(currency));
    return format.format(amount);
  }

  /** The name of the last part of a category's path. */
  public String category(String path) {
    String part = path.substring(path.lastIndexOf('/') + 1);
    try {
      return ResourceBundle.getBundle(CATEGORIES, language(), NO_FALLBACK).getString(part);
    } catch (MissingResourceException ofTheShopsOwn) {
      return part;
    }
  }

  private Locale language() {
    return visit.getLocale().getLanguage().equals("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ROOT;
  }
}
