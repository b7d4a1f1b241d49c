stepwright generate --package com.acme -o build/stepwright
mkdir -p build/classes
javac -cp "$CLASSPATH" -d build/classes $(find build/stepwright/main/java src/main/java -name '*.java')
cp -R build/stepwright/main/resources/. build/classes
