import java.io.File;
import java.io.FileInputStream;
import java.io.InputStream;
import java.io.PrintStream;
import org.apache.uima.UIMAFramework;
import org.apache.uima.cas.CAS;
import org.apache.uima.cas.FeatureStructure;
import org.apache.uima.cas.Type;
import org.apache.uima.cas.impl.XmiCasDeserializer;
import org.apache.uima.cas.text.AnnotationFS;
import org.apache.uima.resource.metadata.TypeSystemDescription;
import org.apache.uima.util.CasCreationUtils;
import org.apache.uima.util.XMLInputSource;

/** Prints each annotation of each .xmi of a folder, as Apache UIMA reads it: file, type, begin, end, and of a relation the
 * beginnings of what it joins. */
public class ReadCas {
  public static void main(String[] arguments) throws Exception {
    File folder = new File(arguments[0]);
    TypeSystemDescription types = UIMAFramework.getXMLParser()
        .parseTypeSystemDescription(new XMLInputSource(new File(folder, "TypeSystem.xml")));
    PrintStream out = new PrintStream(System.out, true, "UTF-8");
    for (File file : folder.listFiles((where, name) -> name.endsWith(".xmi"))) {
      CAS cas = CasCreationUtils.createCas(types, null, null);
      try (InputStream in = new FileInputStream(file)) {
        XmiCasDeserializer.deserialize(in, cas);
      }
      for (AnnotationFS each : cas.getAnnotationIndex()) {
        out.println(String.join("\t", file.getName(), each.getType().getName(), "" + each.getBegin(), "" + each.getEnd(),
            end(each, "Governor"), end(each, "Dependent")));
      }
    }
  }

  private static String end(AnnotationFS relation, String name) {
    Type type = relation.getType();
    if (type.getFeatureByBaseName(name) == null) return "";
    FeatureStructure joined = relation.getFeatureValue(type.getFeatureByBaseName(name));
    return "" + ((AnnotationFS) joined).getBegin();
  }
}
