import groovy.xml.XmlSlurper

// The poms that this project was built with are the published ones: nothing of our build is left in them.

def published = ['core', 'testkit', 'algorithms'].collectEntries { module ->
    def folder = new File(localRepositoryPath, "dev/limpid/limpid-$module")
    def poms = folder.listFiles().findAll { it.directory }.collectMany { it.listFiles().findAll { it.name.endsWith('.pom') } }
    assert poms.size() == 1
    [module, poms[0]]
}

def dependencies = { module ->
    new XmlSlurper().parse(published[module]).dependencies.dependency.collect { "$it.groupId:$it.artifactId" as String }
}

published.each { module, file ->
    def pom = new XmlSlurper().parse(file)
    ['parent', 'properties', 'dependencyManagement', 'repositories', 'build', 'profiles'].each { element ->
        assert pom."$element".isEmpty(), "limpid-$module's pom must have no <$element>"
    }
    assert !file.text.contains('${'), "limpid-$module's pom must have no open property"
    assert pom.licenses.license.name == 'Apache-2.0'
    assert pom.dependencies.dependency.every { it.scope == 'compile' && !it.version.isEmpty() }
}

assert dependencies('core') == ['org.nd4j:nd4j-api', 'org.slf4j:slf4j-api', 'org.jspecify:jspecify']
assert dependencies('testkit') == ['dev.limpid:limpid-core', 'org.junit.jupiter:junit-jupiter-api', 'org.assertj:assertj-core']
assert dependencies('algorithms') == ['dev.limpid:limpid-core', 'de.siegmar:fastcsv', 'me.tongfei:progressbar',
        'org.apache.commons:commons-statistics-distribution', 'org.apache.commons:commons-numbers-gamma']
