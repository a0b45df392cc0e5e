package io.shopkeeper.bench.peer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsFormat;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;

/** Lucene's graph of vectors, in memory and merged into one segment. */
public final class LuceneHnsw implements SearchPeer {

  private static final String VECTOR = "v";
  private static final String NUMBER = "id";
  private static final int TOP = 10;

  private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
  private DirectoryReader reader;
  private IndexSearcher searcher;
  private int[] numbers;

  @Override
  public String name() {
    return "Lucene HNSW";
  }

  @Override
  public void build(float[] items, int width) {
    IndexWriterConfig config = new IndexWriterConfig();
    config.setCodec(
        new Lucene104Codec() {
          @Override
          public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
            return new Lucene99HnswVectorsFormat(16, 100);
          }
        });
    try {
      try (IndexWriter writer = new IndexWriter(directory, config)) {
        for (int item = 0; item < items.length / width; item++) {
          float[] row = Arrays.copyOfRange(items, item * width, (item + 1) * width);
          Document document = new Document();
          document.add(
              new KnnFloatVectorField(VECTOR, row, VectorSimilarityFunction.DOT_PRODUCT));
          document.add(new NumericDocValuesField(NUMBER, item));
          writer.addDocument(document);
        }
        writer.forceMerge(1);
      }
      reader = DirectoryReader.open(directory);
      searcher = new IndexSearcher(reader);
      numbers = new int[reader.maxDoc()];
      NumericDocValues values = MultiDocValues.getNumericValues(reader, NUMBER);
      while (values.nextDoc() != NumericDocValues.NO_MORE_DOCS) {
        numbers[values.docID()] = (int) values.longValue();
      }
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  @Override
  public int[] top(float[] query, int beam) {
    try {
      ScoreDoc[] found =
          searcher.search(new KnnFloatVectorQuery(VECTOR, query, beam), TOP).scoreDocs;
      return Arrays.stream(found).mapToInt(document -> numbers[document.doc]).toArray();
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  @Override
  public long bytes() {
    long bytes = 0;
    try {
      for (String file : directory.listAll()) {
        bytes += directory.fileLength(file);
      }
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
    return bytes;
  }

  @Override
  public void close() {
    try {
      if (reader != null) {
        reader.close();
      }
      directory.close();
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
