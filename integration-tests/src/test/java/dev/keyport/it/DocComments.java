package dev.keyport.it;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.ModuleTree;
import com.sun.source.tree.PackageTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is public or protected and has no comment: types, their members, packages and modules,
 * and the parts of a record. What overrides is described where it was declared first, and a
 * record's own constructor with its parts.
 */
final class DocComments extends TreePathScanner<@Nullable Void, @Nullable Void> {
  private final DocTrees trees;
  private final List<String> missing = new ArrayList<>();

  private DocComments(DocTrees trees) {
    this.trees = trees;
  }

  /** What has none in these files, each as {@code File.java: Type.member}. */
  static List<String> missing(List<Path> files) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  manager,
                  null,
                  List.of("-proc:none"),
                  null,
                  manager.getJavaFileObjectsFromPaths(files));
      DocComments scanner = new DocComments(DocTrees.instance(task));
      for (CompilationUnitTree unit : task.parse()) {
        scanner.scan(unit, null);
      }
      return scanner.missing;
    }
  }

  @Override
  public @Nullable Void visitModule(ModuleTree tree, @Nullable Void unused) {
    require(tree.getName().toString());
    return null;
  }

  @Override
  public @Nullable Void visitPackage(PackageTree tree, @Nullable Void unused) {
    if (getCurrentPath()
        .getCompilationUnit()
        .getSourceFile()
        .getName()
        .endsWith("package-info.java")) {
      require(tree.getPackageName().toString());
    }
    return null;
  }

  @Override
  public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
    if (!isSeen(tree.getModifiers())) {
      return null; // nor is what is in it
    }
    require(tree.getSimpleName().toString());
    if (tree.getKind() == Tree.Kind.RECORD) {
      requireParts(tree);
    }
    for (Tree member : tree.getMembers()) {
      scan(member, null);
    }
    return null;
  }

  @Override
  public @Nullable Void visitMethod(MethodTree tree, @Nullable Void unused) {
    boolean overrides =
        tree.getModifiers().getAnnotations().stream()
            .anyMatch(annotation -> "Override".equals(annotation.getAnnotationType().toString()));
    if (isSeen(tree.getModifiers()) && !overrides && !isOfRecord(tree)) {
      require(owner().getSimpleName() + "." + tree.getName());
    }
    return null;
  }

  @Override
  public @Nullable Void visitVariable(VariableTree tree, @Nullable Void unused) {
    if (isSeen(tree.getModifiers())) {
      require(owner().getSimpleName() + "." + tree.getName());
    }
    return null;
  }

  /** Whether it is the constructor that takes the record's parts, in the short form or the long. */
  private boolean isOfRecord(MethodTree tree) {
    return owner().getKind() == Tree.Kind.RECORD
        && tree.getReturnType() == null
        && tree.getParameters().stream()
            .map(parameter -> parameter.getName().toString())
            .toList()
            .equals(parts(owner()));
  }

  private void requireParts(ClassTree tree) {
    Set<String> described = described(trees.getDocCommentTree(getCurrentPath()));
    parts(tree).stream()
        .filter(name -> !described.contains(name))
        .forEach(name -> add(tree.getSimpleName() + "(" + name + ")"));
  }

  private static List<String> parts(ClassTree tree) {
    return tree.getMembers().stream()
        .filter(VariableTree.class::isInstance)
        .map(VariableTree.class::cast)
        .filter(field -> !field.getModifiers().getFlags().contains(Modifier.STATIC))
        .map(field -> field.getName().toString())
        .toList();
  }

  private static Set<String> described(@Nullable DocCommentTree comment) {
    return comment == null
        ? Set.of()
        : comment.getBlockTags().stream()
            .filter(ParamTree.class::isInstance)
            .map(tag -> ((ParamTree) tag).getName().toString())
            .collect(Collectors.toSet());
  }

  private void require(String name) {
    DocCommentTree comment = trees.getDocCommentTree(getCurrentPath());
    if (comment == null || (comment.getFullBody().isEmpty() && comment.getBlockTags().isEmpty())) {
      add(name);
    }
  }

  private void add(String name) {
    Path file = Path.of(getCurrentPath().getCompilationUnit().getSourceFile().getName());
    missing.add(file.getFileName() + ": " + name);
  }

  /** What an interface declares is public without saying so. */
  private boolean isSeen(ModifiersTree modifiers) {
    Set<Modifier> flags = modifiers.getFlags();
    return flags.contains(Modifier.PUBLIC)
        || flags.contains(Modifier.PROTECTED)
        || (isInInterface() && !flags.contains(Modifier.PRIVATE));
  }

  private boolean isInInterface() {
    TreePath parent = getCurrentPath().getParentPath();
    Tree.Kind kind = parent.getLeaf().getKind();
    return kind == Tree.Kind.INTERFACE || kind == Tree.Kind.ANNOTATION_TYPE;
  }

  private ClassTree owner() {
    return (ClassTree) getCurrentPath().getParentPath().getLeaf();
  }
}
