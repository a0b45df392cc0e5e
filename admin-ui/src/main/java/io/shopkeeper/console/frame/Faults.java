package io.shopkeeper.console.frame;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Locale;

/**
 * What is wrong with a value, in the reader's language. The server says it in English, as the
 * interface does; what has no translation stays so.
 */
@Named
@RequestScoped
public class Faults {

  private static final FaultTable CHINESE = FaultTable.read("faults_zh_CN.tsv");

  @Inject private Reader reader;

  /** A fault such as "must be a whole number, but is many". */
  public String say(String fault) {
    return reader.getLocale().getLanguage().equals(Locale.CHINESE.getLanguage())
        ? CHINESE.translate(fault)
        : fault;
  }
}
