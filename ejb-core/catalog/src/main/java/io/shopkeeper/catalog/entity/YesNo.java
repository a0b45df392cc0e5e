package io.shopkeeper.catalog.entity;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/**
 * Yes or no as a letter, for columns that queries look at: EclipseLink compares H2's BOOLEAN with a
 * number, which H2 refuses.
 */
@Converter
public class YesNo implements AttributeConverter<Boolean, String> {

  @Override
  public String convertToDatabaseColumn(Boolean value) {
    return value ? "Y" : "N";
  }

  @Override
  public Boolean convertToEntityAttribute(String letter) {
    return "Y".equals(letter);
  }
}
