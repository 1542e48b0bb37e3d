#!/bin/sh
# Makes the dialogue engine's lexicon again from Debian's word lists, American and British together.
# usage: models/lexicon.sh [LIST...], from the root of the project. Needs the packages wamerican and wbritish, and no network once Maven has its plugins.
set -eu
[ $# -gt 0 ] || set -- /usr/share/dict/american-english /usr/share/dict/british-english
work=models/target/lexicon
mkdir -p "$work"
mvn -q -pl models -am -DskipTests compile
mvn -q -pl models -am test-compile dependency:build-classpath -Dmdep.outputFile="$PWD/$work/classpath" -Dmdep.includeScope=compile >/dev/null
java -cp "models/target/classes:engine/target/classes:$(cat "$work/classpath")" org.sweetie.models.lexicon.WriteLexicon \
  engine/src/main/resources/org/sweetie/engine/script/lexicon.bin "$@"
