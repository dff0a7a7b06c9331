// Maven checks the values in a dialogue only, and calls this when everything is written.
def allowed = [database: ['h2', 'postgresql', 'mysql'], provider: ['embedded', 'livekit', 'vonage', 'twilio'], migrations: ['yes', 'no']]
def wrong = allowed.findAll { key, values -> !(request.properties[key] in values) }
        .collect { key, values -> "${key}=${request.properties[key]}: it is one of ${values.join(', ')}" }

if (wrong) {
    def folder = new File(request.outputDirectory, request.artifactId)
    def written = ['pom.xml', 'README.md', 'src/main/resources/application.yml', 'src/test/resources/application-test.yml',
            "src/main/java/${request.package.replace('.', '/')}/Application.java",
            "src/test/java/${request.package.replace('.', '/')}/ApplicationTest.java"]
    written.each { name ->
        // what was in these folders before stays: a folder that is not empty is not deleted
        for (def file = new File(folder, name); file != folder.parentFile && file.delete(); file = file.parentFile) {}
    }
    throw new IllegalArgumentException("No project was made. ${wrong.join('; ')}")
}
