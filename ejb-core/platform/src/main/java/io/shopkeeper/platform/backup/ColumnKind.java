package io.shopkeeper.platform.backup;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Base64;

/** What a column holds, alike on both databases, and how a value of it is written as JSON. */
enum ColumnKind {
  TEXT {
    @Override
    void write(ResultSet row, int place, JsonGenerator json) throws SQLException, IOException {
      json.writeString(row.getString(place));
    }

    @Override
    void set(PreparedStatement row, int place, JsonNode value) throws SQLException {
      row.setString(place, value.asText());
    }
  },
  WHOLE {
    @Override
    void write(ResultSet row, int place, JsonGenerator json) throws SQLException, IOException {
      json.writeNumber(row.getLong(place));
    }

    @Override
    void set(PreparedStatement row, int place, JsonNode value) throws SQLException {
      row.setLong(place, value.asLong());
    }
  },
  FRACTION {
    @Override
    void write(ResultSet row, int place, JsonGenerator json) throws SQLException, IOException {
      json.writeNumber(row.getDouble(place));
    }

    @Override
    void set(PreparedStatement row, int place, JsonNode value) throws SQLException {
      // Not-a-number and the infinities are texts in JSON.
      row.setDouble(place, Double.parseDouble(value.asText()));
    }
  },
  DECIMAL {
    @Override
    void write(ResultSet row, int place, JsonGenerator json) throws SQLException, IOException {
      json.writeString(row.getBigDecimal(place).toPlainString());
    }

    @Override
    void set(PreparedStatement row, int place, JsonNode value) throws SQLException {
      row.setBigDecimal(place, new BigDecimal(value.asText()));
    }
  },
  FLAG {
    @Override
    void write(ResultSet row, int place, JsonGenerator json) throws SQLException, IOException {
      json.writeBoolean(row.getBoolean(place));
    }

    @Override
    void set(PreparedStatement row, int place, JsonNode value) throws SQLException {
      row.setBoolean(place, value.asBoolean());
    }
  },
  BYTES {
    @Override
    void write(ResultSet row, int place, JsonGenerator json) throws SQLException, IOException {
      json.writeString(Base64.getEncoder().encodeToString(row.getBytes(place)));
    }

    @Override
    void set(PreparedStatement row, int place, JsonNode value) throws SQLException {
      row.setBytes(place, Base64.getDecoder().decode(value.asText()));
    }
  };

  /**
   * The kind of a JDBC type.
   *
   * @throws IllegalStateException if backups know no such type
   */
  static ColumnKind of(int type, String column) {
    return switch (type) {
      case Types.VARCHAR, Types.CHAR, Types.LONGVARCHAR, Types.CLOB, Types.NVARCHAR -> TEXT;
      case Types.BIGINT, Types.INTEGER, Types.SMALLINT, Types.TINYINT -> WHOLE;
      case Types.DOUBLE, Types.REAL, Types.FLOAT -> FRACTION;
      case Types.DECIMAL, Types.NUMERIC -> DECIMAL;
      case Types.BOOLEAN, Types.BIT -> FLAG;
      case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> BYTES;
      default ->
          throw new IllegalStateException(
              "backups know no columns of JDBC type %d: %s".formatted(type, column));
    };
  }

  abstract void write(ResultSet row, int place, JsonGenerator json)
      throws SQLException, IOException;

  abstract void set(PreparedStatement row, int place, JsonNode value) throws SQLException;

  /** Writes the value, or null. */
  final void writeOrNull(ResultSet row, int place, JsonGenerator json) throws SQLException {
    try {
      if (row.getObject(place) == null) {
        json.writeNull();
      } else {
        write(row, place, json);
      }
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /** Sets the value, or null. */
  final void setOrNull(PreparedStatement row, int place, JsonNode value, int type)
      throws SQLException {
    if (value.isNull()) {
      row.setNull(place, type);
    } else {
      set(row, place, value);
    }
  }
}
